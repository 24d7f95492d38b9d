import type { RuleCode } from '../codes';
import type { Sentence } from '../sentence';

/**
 * What a person is told when a rule says no, or when freezing warns: what happened, what it means, what to do now.
 * A place is named after the fact the refusal carries; `{count}` is its number, or how many it lists.
 */
export const rules = {
  'KE-1-NO-SUCH-DATE': 'Datoen {given} findes ikke. Skriv den som dag, måned og år, for eksempel 15.10.2026.',
  'KE-2-NO-SUCH-TIME':
    'Tidspunktet {given} findes ikke. Det kan være den time, der springes over, når sommertiden begynder. Vælg et andet.',
  'KE-3-TIME-EXISTS-TWICE':
    'Tidspunktet {given} findes to gange, fordi uret stilles tilbage den nat. Vælg et andet, så ingen er i tvivl.',

  'AG-1-NOT-IN-THIS-STATE':
    'Det kan ikke gøres nu, for aftalen er {state}. Måske har en anden lige ændret den. Se aftalen igen, og gå videre derfra.',
  'AG-2-NO-SECTIONS': 'Aftalen er tom. Tilføj mindst ét fokusområde eller kapitel, før den fryses.',
  'AG-3-TITLE-MISSING': 'Et afsnit har ingen titel. Skriv en titel, før aftalen fryses.',
  'AG-4-STILL-COLLECTING': {
    one: 'Høringen er ikke slut: fristen er ikke nået, og nogle råd mangler at svare. Vent til fristen, eller til alle har svaret.',
    other:
      'Høringen er ikke slut: i {count} runder er fristen ikke nået, og nogle råd mangler at svare. Vent til fristen, eller til alle har svaret.',
  },
  'AG-5-ROUND-NOT-CLOSED': {
    one: 'Der er en høringsrunde, som ikke er lukket. Behandl de sidste punkter, og luk runden. Så kan aftalen sendes til beslutning.',
    other:
      'Der er {count} høringsrunder, som ikke er lukket. Behandl de sidste punkter, og luk runderne. Så kan aftalen sendes til beslutning.',
  },
  'AG-6-NOT-EVERYONE-HAS-APPROVED':
    'Aftalen er ikke indgået endnu. Alle parter skal have godkendt den samme tekst. Se på siden Godkendelse, hvem der mangler.',
  'AG-7-REASON-REQUIRED': 'Skriv hvorfor. Begrundelsen kan læses af alle parter.',
  'AG-8-NO-PARTIES': 'Aftalen har ingen parter. Vælg under Opsætning, hvem den skal gælde for.',
  'AG-10-CONTENT-MISSING':
    'Styringsaftalen mangler et af de syv emner, som loven kræver: »{content}«. Skriv et kapitel om det.',
  'AG-11-GOAL-WITHOUT-CRITERION':
    'Målet »{title}« siger ikke, hvornår det er nået. Skriv et kriterium, så alle kan se, hvornår I er i mål.',
  'AG-11-GOAL-WITHOUT-OWNER': 'Målet »{title}« har ingen ansvarlig. Vælg den part, der følger det til dørs.',
  'AG-12-ACTION-WITHOUT-RESPONSIBLE': 'Handlingen »{title}« har ingen ansvarlig part. Vælg en, hvis det er aftalt.',
  'AG-12-ACTION-WITHOUT-DATES': 'Handlingen »{title}« mangler start eller slut. Skriv datoerne, hvis de er aftalt.',
  'AG-12-ACTION-ENDS-BEFORE-IT-BEGINS': 'Handlingen »{title}« slutter, før den begynder. Ret datoerne.',
  'AG-13-FOCUS-AREA-WITHOUT-GOALS': 'Fokusområdet »{title}« har ingen mål. Skriv, hvad I vil nå.',
  'AG-13-SECTION-EMPTY': 'Afsnittet »{title}« er tomt. Skriv det, eller fjern det fra aftalen.',
  'AG-14-WITHOUT-COORDINATOR': 'Fokusområdet »{title}« har ingen tovholder. Vælg en under Opsætning.',
  'AG-15-WITHOUT-EASY-READ':
    'Fokusområdet »{title}« har ingen letlæst udgave. Uden den bliver det svært for nogle handicapråd at svare.',
  'AG-16-REFERENCE-LEADS-NOWHERE':
    'En henvisning i »{title}« peger på noget, der ikke længere er i aftalen. Ret den, eller fjern den.',
  'AG-17-PART-MISSING': 'Aftalen mangler delen »{part}«. Tilføj den, hvis den skal med.',
  'AG-18-NOT-A-PARTY': '{party} er nævnt i »{title}«, men er ikke part i aftalen. Vælg en af parterne.',
  'AG-20-NOT-A-FOCUS-AREA':
    'Teksten kan ikke læses som et fokusområde. Noget er galt ved »{at}«. Intet er tabt. Giv sekretariatet besked.',
  'AG-22-WRITING-CLOSED':
    'Aftalen er {state}, og så længe kan den ikke ændres. Tal med sekretariatet, hvis noget er forkert.',
  'AG-23-NAME-MISSING': 'Aftalen har intet navn. Skriv et, for eksempel »Rammeaftale 2027–28«.',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'Perioden slutter, før den begynder. Ret en af datoerne.',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE':
    'Der kan ikke skrives længere end til aftalens frist. Vælg en tidligere dag, eller flyt fristen.',
  'AG-24-ABANDONED': 'Aftalen er opgivet, og høringen er standset med den. Det, der er skrevet og sendt, er gemt.',
  'AG-25-TEXT-UNREADABLE':
    'Teksten i »{title}« kan ikke læses, og så længe kan aftalen ikke fryses. Intet er tabt. Giv sekretariatet besked.',
  'AG-26-COPY-UNREADABLE':
    'Aftalen kan ikke kopieres, for teksten i »{title}« kan ikke læses. Intet er tabt. Fjern afsnittet fra den gamle aftale, og kopiér igen, eller begynd med en anden aftale.',
  'AG-27-DEADLINE-IN-THE-PAST': 'Fristen er allerede passeret. I dag er det {today}. Vælg i dag eller en senere dag.',

  'HE-1-NO-ONE-INVITED': 'Der er ikke valgt nogen at høre. Vælg de handicapråd, der skal svare.',
  'HE-2-DUE-NOT-IN-THE-FUTURE': 'Fristen {dueDate} er ikke en dag, der kommer. Vælg en senere dag.',
  'HE-3-SHORT-NOTICE-NEEDS-REASON':
    'Rådene får kun {days} dage til at svare. Det plejer at være mindst {minimumDays}. Vælg en senere frist, eller skriv hvorfor den er kort. Begrundelsen kan læses af alle.',
  'HE-4-NOT-LATER': 'En frist kan kun gøres længere. Den er {dueDate}. Vælg en senere dag.',
  'HE-5-EXTENSION-NEEDS-REASON': 'Skriv, hvorfor fristen flyttes. Begrundelsen kan læses af rådene.',
  'HE-6-NOT-IN-THIS-STATE':
    'Det kan ikke gøres nu, for høringsrunden står sådan: {state}. Måske har en anden lige ændret den. Se runden igen.',
  'HE-8-ROUND-CLOSED':
    'Høringsrunden er lukket, og der kan ikke sendes flere svar. Jeres kladde er gemt. Ring til sekretariatet, hvis svaret skal med.',
  'HE-9-RESPONSE-EMPTY': 'Svaret er tomt. Skriv mindst én bemærkning, før I sender det.',
  'HE-10-TOO-LATE-TO-CHANGE':
    'Fristen var {dueAt}, og svaret kan ikke ændres mere. Det, I sendte, gælder. Ring til sekretariatet, hvis noget er forkert.',
  'HE-11-NOTHING-SUBMITTED': 'Der er ikke sendt noget svar, så der er intet at trække tilbage.',
  'HE-12-STILL-COLLECTING':
    'Høringen er ikke slut. Fristen er ikke nået, og disse mangler at svare: {waitingFor}. Vent til fristen, eller til alle har svaret.',
  'HE-13-POINTS-OPEN': {
    one: 'Ét punkt mangler et svar. Rådet har krav på at vide, hvad der skete med det. Behandl det, og luk så runden.',
    other:
      '{count} punkter mangler et svar. Rådene har krav på at vide, hvad der skete med dem. Behandl dem, og luk så runden.',
  },
  'HE-15-NOT-INVITED': '{body} er ikke spurgt i denne runde. Ring til sekretariatet, hvis rådet burde have været med.',
  'HE-16-ANSWER-REQUIRED': 'Skriv et svar til rådet. Hvert punkt har krav på et.',
  'HE-16-REASON-REQUIRED': 'Skriv en begrundelse, så rådet kan se, hvorfor det blev sådan.',
  'HE-17-NOT-BEING-TREATED': 'Punktet kan ikke behandles nu, for høringsrunden står sådan: {state}.',
  'HE-19-ANSWERED-ALREADY':
    'En anden har svaret på punktet, mens du skrev. Dit svar er ikke gemt. Læs det, der står nu. Skal det være anderledes, så svar igen.',
  'HE-20-CHANGED-SINCE-CHECKED':
    'Svaret er ændret, siden du læste det igennem. Det er ikke sendt. Læs det igen, og send det så.',
  'HE-21-RESPONSE-UNREADABLE':
    'Teksten i svaret fra {body} kan ikke læses, og så længe kan det ikke sendes. Intet er tabt. Ring til sekretariatet.',

  'AP-1-NOT-A-PARTY': 'Den, der har besluttet, er ikke part i aftalen. Vælg en af parterne.',
  'AP-2-TEXT-HAS-CHANGED':
    'Teksten er ændret, siden sagen blev behandlet. En beslutning gælder den tekst, rådet så. Læs den nye version, og få den besluttet.',
  'AP-3-EARLIER-STEP-OPEN': 'Der er et trin før dette. Disse mangler at tage stilling: {waitingFor}.',
  'AP-4-REASON-REQUIRED':
    'Skriv, hvad der står i referatet om det. Når beslutningen er »{outcome}«, skal de andre parter kunne se hvorfor.',
  'AP-5-NOT-THE-PARTYS-OWN': 'Kun partens egne folk kan bekræfte dens beslutning. Bed en af dem om at gøre det.',
  'AP-6-OUTCOME-NOT-FOR-THIS-BODY': 'Den beslutning kan ikke træffes her. Der kan vælges mellem: {allowed}.',
  'AP-7-MEETING-IN-THE-FUTURE':
    'Mødet er ikke holdt endnu. Registrér beslutningen, når den er truffet. I dag er det {today}.',
  'AP-8-NOT-BEING-DECIDED':
    'Aftalen er ikke til beslutning nu, så der kan ikke registreres noget. Se på aftalens side, hvor langt den er.',
  'AP-9-NEXT-MEETING-REQUIRED': 'Skriv, hvornår sagen kommer på igen. Det skal være efter {after}.',
  'AP-10-ITEM-REQUIRED': 'Skriv punktets nummer på dagsordenen, så beslutningen kan findes i referatet.',
  'AP-11-NOTHING-TO-CONFIRM': 'Beslutningen er allerede bekræftet eller rettet. Se tavlen igen.',
  'AP-12-ALREADY-DECIDED':
    'En anden har lige registreret en beslutning her. Læs den først. Er den forkert, kan du rette den.',
  'AP-13-NOT-ONE-DECIDING-STEP': 'Skabelonen skal have netop ét trin, hvor parterne beslutter. Den har {found}.',
  'AP-13-DECIDING-STEP-NOT-FOR-ALL':
    'I skabelonen skal alle parter igennem trinnet »{step}«, og ingen kan springe det over.',
  'AP-13-DUPLICATE-KEY': 'Skabelonen har to trin, der hedder »{step}«. Giv dem hver sit navn.',
  'AP-13-ORDER-NOT-POSITIVE': 'Trinnet »{step}« i skabelonen skal have et nummer fra 1 og op.',
  'AP-13-NOT-BEFORE-THE-DECISION': 'Trinnet »{step}« i skabelonen skal ligge før det trin, hvor parterne beslutter.',
  'AP-13-BODY-KIND-TWICE':
    'I skabelonen går samme slags organ igen i trinnet »{step}«. Hver slags hører til i ét trin.',
  'AP-13-NO-BODY-KIND': 'Trinnet »{step}« i skabelonen siger ikke, hvem der tager det.',
  'AP-13-GROUND-MISSING': 'Trinnet »{step}« i skabelonen siger ikke, hvorfor det findes.',
  'AP-16-NOT-THE-BODYS-OWN': 'Kun {body} kan selv registrere sin beslutning. Bed sekretæren dér om at gøre det.',
  'AP-17-MEETING-BEFORE-THE-TEXT':
    'Mødet ligger før den dag, teksten blev lagt fast: {frozenOn}. Ret mødedatoen. Gjaldt beslutningen et udkast, skal denne tekst besluttes.',

  'SE-1-NO-PARTIES-THEN':
    'Regionen har ingen kommuner på den dag, perioden begynder. Vælg en anden periode eller region.',
  'SE-2-UNKNOWN-PARTY': 'En af de valgte parter findes ikke. Vælg mindst én kommune eller region fra listen.',
  'SE-3-UNKNOWN-FILE': 'Filen er ikke kommet frem. Vælg den igen, og vent til den er sendt.',
  'SE-4-NOT-IN-THIS-PART': 'Det afsnit ligger ikke i denne del af aftalen. Se siden igen, og vælg en plads på listen.',
  'SE-5-COORDINATOR-NOT-A-PARTY': 'En tovholder skal være en af aftalens parter. Vælg en fra listen.',
  'SE-6-REMOVED-ALREADY': 'Afsnittet er fjernet. Læg det tilbage først, hvis det skal med.',
  'SE-7-NOT-REMOVED': 'Afsnittet står i aftalen, så der er intet at lægge tilbage.',
  'SE-8-HAS-ONE-ALREADY': 'Afsnittet har en letlæst udgave. Åbn den, og skriv videre.',
  'PE-1-EMAIL-TAKEN': 'Der er allerede en person med den e-mail. Find personen på listen, og giv en plads der.',
  'PE-2-SEAT-ENDS-BEFORE-IT-BEGINS': 'Pladsen slutter, før den begynder. Ret en af datoerne.',
  'PE-3-SEAT-HELD-ALREADY': 'Personen har allerede den plads i den periode.',
  'PE-4-SEAT-ENDS-SOONER-ALREADY':
    'Pladsen slutter allerede før den dag. Skal den vare længere, så giv personen en ny plads.',
  'PE-5-END-IN-THE-PAST': 'Pladsen kan tidligst slutte i dag. Vælg i dag eller en senere dag.',
  'CO-28-CLOSED': 'Der er lukket for at skrive i teksten, så intet er hentet tilbage.',
  'CO-28-NOTHING-MISSING': 'Alt det, der stod i teksten dengang, står der allerede. Intet er ændret.',
} as const satisfies Readonly<Record<RuleCode, Sentence>>;
