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
  'AG-7-REASON-HOLDS-NUMBER':
    'Begrundelsen ser ud til at rumme et CPR-nummer. Den kan ikke slettes igen, og alle parter kan læse den. Skriv den uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',
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
  'AG-23-NAME-MISSING': 'Aftalen har intet navn. Skriv et, for eksempel »Rammeaftale« og de år, den gælder.',
  'AG-23-PERIOD-ENDS-BEFORE-IT-BEGINS': 'Perioden slutter, før den begynder. Ret en af datoerne.',
  'AG-23-DEADLINE-AFTER-PERIOD':
    'Fristen ligger efter aftalens sidste dag, {lastDay}. Vælg en tidligere frist, eller lad aftalen gælde længere.',
  'AG-23-WRITING-ENDS-AFTER-DEADLINE':
    'Der kan ikke skrives længere end til aftalens frist. Vælg en tidligere dag, eller flyt fristen.',
  'AG-24-ABANDONED': 'Aftalen er opgivet, og høringen er standset med den. Det, der er skrevet og sendt, er gemt.',
  'AG-25-TEXT-UNREADABLE':
    'Teksten i »{title}« kan ikke læses, og så længe kan aftalen ikke fryses. Intet er tabt. Giv sekretariatet besked.',
  'AG-26-COPY-UNREADABLE':
    'Aftalen kan ikke kopieres, for teksten i »{title}« kan ikke læses. Intet er tabt. Fjern afsnittet fra den gamle aftale, og kopiér igen, eller begynd med en anden aftale.',
  'AG-27-DEADLINE-IN-THE-PAST': 'Fristen er allerede passeret. I dag er det {today}. Vælg i dag eller en senere dag.',
  'AG-28-COUNT-DISAGREES':
    'Der står »{words}«, men i aftalen kan der tælles {counted}. Ret tallet, eller se efter, om noget mangler.',
  'AG-28-OTHERS-DISAGREE':
    'Der står »{words}«, men der kan højst være {counted} andre. Ret tallet, eller se efter, om noget mangler.',
  'AG-28-LIST-DISAGREES': 'Der står »{words}«, men der følger {counted}. Ret tallet eller det, der følger.',
  'AG-29-NO-SUCH-CHAPTER': 'Der henvises til »{words}«, og det kapitel er ikke i aftalen. Ret henvisningen.',
  'AG-29-NO-SUCH-FOCUS-AREA': 'Der henvises til »{words}«, og det fokusområde er ikke i aftalen. Ret henvisningen.',
  'AG-29-NO-SUCH-ANNEX':
    'Der henvises til »{words}«, og det bilag er ikke i aftalen. Tilføj bilaget, eller ret henvisningen.',
  'AG-29-NO-SUCH-TABLE': 'Der henvises til »{words}«, og der er intet med det nummer i aftalen. Ret henvisningen.',
  'AG-30-PARAGRAPH-TWICE':
    'Teksten »{words}« står to gange. Den står også i »{other}«. Slet den ene, hvis det ikke er meningen.',
  'AG-30-PARAGRAPH-NEARLY-TWICE':
    'Teksten »{words}« står næsten ligesådan i »{other}«. Slet den ene, eller gør forskellen tydelig.',
  'AG-31-WRONG-WEEKDAY': 'Der står »{words}«, men {date} falder på en anden ugedag. Ret ugedagen eller datoen.',
  'AG-31-NO-SUCH-DAY': 'Dagen »{words}« findes ikke. Ret datoen.',
  'AG-31-TWO-YEARS':
    'Der står »{words}« her og »{other}« et andet sted. Er det den samme begivenhed, så ret det ene årstal.',
  'AG-32-TWO-SPELLINGS': 'Der står »{words}« her og »{other}« andre steder. Er det det samme, så skriv det på én måde.',
  'AG-32-TITLE-OTHERWISE': 'Der står »{words}«, men fokusområdet hedder »{other}«. Skriv det, som det hedder.',
  'AG-32-TWO-MEANINGS':
    'Der står »{words}«, men samme forkortelse er brugt for »{other}«. Vælg ét navn, eller lav to forkortelser.',
  'AG-32-TWO-PROVISIONS': 'Der står »{words}« her og »{other}« et andet sted. Slå op i loven, og ret den forkerte.',
  'AG-33-SUM-DISAGREES': 'Der står »{words}« i tabellen, men tallene giver {counted}. Ret summen eller tallene.',
  'AG-33-NOT-IN-TABLE':
    'Der står »{words}«, men det passer ikke med tabellens række »{other}«. Ret teksten eller tabellen.',
  'AG-34-PARENT-NOT-CONCLUDED':
    'Aftalen er {standing}. Allonger og forlængelser hænger på en aftale, der er indgået og ikke er udløbet.',
  'AG-34-PARENT-HANGS-ITSELF':
    'Det her er selv en allonge eller forlængelse. Lav den nye på selve aftalen, så hænger den rigtigt.',
  'AG-34-PARTIES-ARE-ITS':
    'Parterne er dem, der har indgået aftalen. De kan ikke vælges om i en allonge eller forlængelse.',
  'AG-34-OUTSIDE-ITS-PERIOD':
    'Aftalen gælder fra {from} til {to}. En allonge kan kun gælde i den tid. Ret datoerne, eller forlæng aftalen først.',
  'AG-35-PERIOD-NOT-LATER': 'Aftalen gælder allerede til {to}. Vælg en senere dag at forlænge den til.',
  'AG-35-TEXTS-STAND':
    'En forlængelse har samme tekst som aftalen, og der skrives ikke i den. Skal noget ændres, så lav en allonge.',
  'AG-37-NOT-CONCLUDED': 'Aftalen er ikke indgået endnu, så den kan ikke være sendt til myndigheden.',
  'AG-37-DAY-IMPOSSIBLE':
    'Den kan ikke være sendt den dag. Vælg en dag fra {from}, da aftalen blev indgået, til i dag, {to}.',
  'AG-37-RECIPIENT-MISSING': 'Skriv, hvem aftalen er sendt til.',
  'AG-37-HOLDS-NUMBER':
    'Her ser ud til at stå et CPR-nummer. Alle kan læse det på aftalens side, og det kan ikke slettes igen. Skriv uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',
  'AG-37-NOTED-ALREADY': 'Det er allerede noteret, at aftalen er sendt dertil den dag.',
  'AG-38-NOT-AN-ADDENDUM': 'Kun en allonge kan ændre afsnit i en anden aftale.',
  'AG-38-NO-SUCH-SECTION': 'Afsnittet er ikke i aftalen, som den gælder nu. Måske er det udgået. Se aftalen igen.',
  'AG-38-AMENDED-ALREADY': 'Allongen ændrer allerede »{title}«. Skriv videre i det afsnit.',
  'AG-42-ONE-PARTY':
    'Aftalen har kun én part, og man kan ikke indgå en aftale med sig selv. Vælg under Opsætning, hvem den også skal gælde for.',
  'AG-42-ITS-ONE-PARTY':
    'Aftalen, den hænger på, har kun én part, og man kan ikke indgå en aftale med sig selv. Opret i stedet en ny aftale for alle, den skal gælde for.',
  'AG-43-REGION-GONE':
    '{region} findes ikke efter {until}; kommunerne hører derefter til {successor}. Aftalen kan begynde senest den dag, eller den kan oprettes for {successor}.',
  'AG-43-REGION-NOT-THEN':
    '{region} findes ikke på den dag, perioden begynder. Vælg en anden dag eller en anden region.',

  'HE-1-NO-ONE-INVITED': 'Der er ikke valgt nogen at spørge. Vælg dem, der skal svare.',
  'HE-2-DUE-NOT-IN-THE-FUTURE': 'Fristen {dueDate} er ikke en dag, der kommer. Vælg en senere dag.',
  'HE-3-SHORT-NOTICE-NEEDS-REASON':
    'Rådene får kun {days} dage til at svare. Det plejer at være mindst {minimumDays}. Vælg en senere frist, eller skriv hvorfor den er kort. Begrundelsen kan læses af alle.',
  'HE-3-REASON-HOLDS-NUMBER':
    'Begrundelsen for den korte frist ser ud til at rumme et CPR-nummer. Alle kan læse den, og den kan ikke slettes igen. Skriv den uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',
  'HE-4-NOT-LATER': 'En frist kan kun gøres længere. Den er {dueDate}. Vælg en senere dag.',
  'HE-5-EXTENSION-NEEDS-REASON': 'Skriv, hvorfor fristen flyttes. Begrundelsen kan læses af rådene.',
  'HE-5-REASON-HOLDS-NUMBER':
    'Begrundelsen ser ud til at rumme et CPR-nummer. Rådene kan læse den, og den kan ikke slettes igen. Skriv den uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',
  'HE-6-NOT-IN-THIS-STATE':
    'Det kan ikke gøres nu, for høringsrunden står sådan: {state}. Måske har en anden lige ændret den. Se runden igen.',
  'HE-8-ROUND-CLOSED':
    'Høringsrunden er lukket, og der kan ikke sendes flere svar. Jeres kladde er gemt. Ring til sekretariatet, hvis svaret skal med.',
  'HE-9-RESPONSE-EMPTY':
    'Svaret er tomt. Skriv en bemærkning, læg et dokument ved, eller vælg »Ingen bemærkninger«, før I sender det.',
  'HE-10-TOO-LATE-TO-CHANGE':
    'Svaret kan ikke ændres mere: fristen {dueAt} er gået, eller indsamlingen af svar er afsluttet. Det, I sendte, gælder. Ring til sekretariatet, hvis noget er forkert.',
  'HE-11-NOTHING-SUBMITTED': 'Der er ikke sendt noget svar, så der er intet at trække tilbage.',
  'HE-12-STILL-COLLECTING':
    'Høringen er ikke slut. Fristen er ikke nået, og disse mangler at svare: {waitingFor}. Vent til fristen, eller til alle har svaret.',
  'HE-13-POINTS-OPEN': {
    one: 'Ét punkt mangler et svar. Rådet har krav på at vide, hvad der skete med det. Behandl det, og luk så runden.',
    other:
      '{count} punkter mangler et svar. Rådene har krav på at vide, hvad der skete med dem. Behandl dem, og luk så runden.',
  },
  'HE-54-NOT-BEING-CORRECTED':
    'Det, I har sendt, er ikke åbnet, så det kan rettes. Måske har en anden i rådet lige lukket det igen. Det, I sendte, gælder. Tryk »Ret svaret«, hvis det skal ændres.',
  'HE-15-NOT-INVITED': '{body} er ikke spurgt i denne runde. Ring til sekretariatet, hvis rådet burde have været med.',
  'HE-16-ANSWER-REQUIRED': 'Skriv et svar til rådet. Hvert punkt har krav på et.',
  'HE-16-REASON-REQUIRED': 'Skriv en begrundelse, så rådet kan se, hvorfor det blev sådan.',
  'HE-17-NOT-BEING-TREATED': 'Punktet kan ikke behandles nu, for høringsrunden står sådan: {state}.',
  'HE-19-ANSWERED-ALREADY':
    'En anden har svaret på punktet, mens du skrev. Dit svar er ikke gemt. Læs det, der står nu. Skal det være anderledes, så svar igen.',
  'HE-20-CHANGED-SINCE-CHECKED':
    'Svaret er ændret, siden du læste det igennem. Det er ikke sendt. Læs det igen, og send det så.',
  'HE-35-RESPONSE-LOCKED':
    'Svaret er sendt eller runden lukket, så dokumenter kan ikke lægges ved eller fjernes. Tryk »Ret svaret« først, hvis fristen ikke er gået.',
  'HE-36-TOO-MANY-FILES':
    'Der kan højst være {most} dokumenter i et svar. Fjern et, eller saml flere i ét dokument, og prøv igen.',
  'HE-21-RESPONSE-UNREADABLE':
    'Teksten i svaret fra {body} kan ikke læses, og så længe kan det ikke sendes. Intet er tabt. Ring til sekretariatet.',

  'HE-22-NOT-THE-OWNERS-BODY': 'En part hører sine egne. {body} hører ikke til jer. Fravælg den, og prøv igen.',
  'HE-23-NOTHING-CHOSEN':
    'Der er ikke valgt noget fokusområde. Vælg dem, der skal sendes i høring, eller hele versionen.',
  'HE-23-NOT-IN-THE-VERSION':
    '{section} er ikke et fokusområde i den version, der sendes i høring. Vælg blandt versionens fokusområder.',
  'HE-24-WITHOUT-EASY-READ': {
    one: 'Høringen kan ikke åbnes, for dette fokusområde mangler en letlæst udgave: {sections}. Skriv den, eller vælg fokusområdet fra.',
    other:
      'Høringen kan ikke åbnes, for disse fokusområder mangler en letlæst udgave: {sections}. Skriv dem, eller vælg fokusområderne fra.',
  },
  'HE-24-DOCUMENT-WITHOUT-EASY-READ':
    'Skriv en letlæst udgave. Alle, der bliver spurgt, skal kunne læse, hvad det handler om.',
  'HE-25-DOCUMENT-WITHOUT-TITLE': 'Skriv en titel på det, der sendes i høring.',
  'HE-25-DOCUMENT-EMPTY': 'Skriv en kort tekst, eller læg en fil ved. Der skal være noget at læse.',
  'HE-26-REQUEST-NEEDS-REASON': 'Skriv, hvorfor I har brug for mere tid. Det kan være, at rådet først mødes senere.',
  'HE-26-REASON-HOLDS-NUMBER':
    'Begrundelsen ser ud til at rumme et CPR-nummer. Andre kan læse den, og den kan ikke slettes igen. Skriv den uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',
  'HE-27-ASKED-ALREADY': 'I har allerede bedt om tid til {wanted}. Vent på svaret.',
  'HE-28-ANSWERED-ALREADY': 'En anden har lige svaret på anmodningen. Se, hvad der blev svaret.',
  'HE-28-NO-NEEDS-REASON': 'Skriv, hvorfor der ikke kan gives mere tid. Rådet kan læse begrundelsen.',
  'HE-28-REASON-HOLDS-NUMBER':
    'Begrundelsen ser ud til at rumme et CPR-nummer. Rådet kan læse den, og den kan ikke slettes igen. Skriv den uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',

  'HE-30-MEETING-IS-PAST': 'Mødet {on} er allerede holdt. Skriv kun møder, der kommer.',
  'HE-30-MEETING-TOO-FAR':
    'Mødet ligger langt ude i fremtiden. Den seneste dag, man kan skrive, er {latest}. Se, om året er rigtigt.',
  'HE-30-MEETING-KNOWN': 'Mødet {on} står her allerede.',
  'HE-32-NOT-A-PLAN':
    'En plan har højst {reminders} påmindelser, hver mellem 1 og {days} dage før fristen. Ret tallene.',

  'HE-40-ROUND-CLOSED': 'Høringsrunden er lukket, så punkterne ligger fast.',
  'HE-40-POINT-GONE':
    'Punktet er ikke længere, som du så det: det er delt, samlet eller trukket tilbage. Siden viser nu, hvordan det står.',
  'HE-41-NOT-A-CUT': 'Vælg mindst ét sted mellem to ord, hvor punktet skal deles. Hver del skal have ord.',
  'HE-41-NOT-ONE-ANSWER':
    'Kun punkter fra samme høringssvar kan samles, mindst to ad gangen. Et mindretals punkter kan ikke samles med rådets, og det, der står i et dokument, ikke med andet. Skal de have samme svar, så besvar dem sammen.',
  'HE-42-ANSWERED': {
    one: '{count} af punkterne er besvaret. Tag svaret tilbage først; det bliver gemt.',
    other: '{count} af punkterne er besvaret. Tag svarene tilbage først; de bliver gemt.',
  },
  'HE-43-UNDONE-ALREADY': 'Det er allerede fortrudt.',
  'HE-43-BUILT-ON': 'Noget er siden ændret ved de samme punkter. Fortryd det seneste først.',
  'HE-44-NO-POINTS': 'Vælg mindst ét punkt, som svaret skal gælde for.',
  'HE-45-FILE-EMPTY': 'Filen er tom. Vælg en anden. Det, I har skrevet, er her endnu.',
  'HE-45-FILE-TOO-LARGE': 'Filen er for stor. Den må højst fylde 10 MB. Del den op, eller gem den i en mindre udgave.',
  'HE-45-FILE-KIND-UNKNOWN': 'Den slags fil kan ikke tages imod. Gem den som Word (.docx) eller PDF, og prøv igen.',
  'HE-45-FILE-NOT-AS-NAMED':
    'Filen er ikke det, navnet siger. Åbn den i det program, den er lavet i, gem den som Word (.docx) eller PDF, og prøv igen.',
  'HE-45-FILE-OLD-WORD':
    'Filen er i det gamle Word-format (.doc). Åbn den i Word, gem den som .docx eller PDF, og prøv igen.',
  'HE-45-FILE-ENCRYPTED':
    'Filen er låst med en adgangskode, så vi kan ikke læse den. Gem den uden adgangskode, og prøv igen.',
  'HE-45-FILE-MACROS':
    'Filen indeholder makroer, altså små programmer. Gem den som .docx uden makroer eller som PDF, og prøv igen.',
  'HE-45-FILE-DAMAGED': 'Filen er beskadiget og kan ikke læses. Åbn den, gem den igen, og prøv så.',
  'HE-45-FILE-UNPACKS-TOO-LARGE':
    'Filen fylder for meget, når den pakkes ud. Gem den som PDF, eller del den op, og prøv igen.',
  'HE-45-FILE-TOO-MANY-PARTS': 'Filen har for mange sider eller dele. Del den op i flere filer, og prøv igen.',
  'HE-45-FILE-TOO-HEAVY': 'Filen tog for lang tid at læse. Gem den som en enklere PDF, og prøv igen.',
  'HE-47-ROUND-NOT-CLOSED': 'Svarene kan ikke offentliggøres endnu. Runden står sådan: {state}. Luk den først.',
  'HE-47-PUBLISHED-ALREADY': 'Svarene er allerede offentliggjort. En anden har måske lige gjort det.',
  'HE-47-NOT-PUBLISHED': 'Svarene er ikke offentliggjort, så der er intet at tage ned.',
  'HE-47-REASON-REQUIRED': 'Skriv, hvorfor svarene tages ned.',
  'HE-47-REASON-HOLDS-NUMBER': 'Grunden ser ud til at rumme et CPR-nummer. Skriv den uden.',
  'HE-48-NOT-SCREENED': {
    one: 'Én fil er ikke set igennem endnu. Åbn siden igen, og prøv så.',
    other: '{count} filer er ikke set igennem endnu. Åbn siden igen, og prøv så.',
  },
  'HE-48-FINDINGS-OPEN': {
    one: 'Ét fund er ikke frigivet af to personer. Tag stedet ud, hold filen tilbage, eller frigiv det.',
    other: '{count} fund er ikke frigivet af to personer. Tag stederne ud, hold filerne tilbage, eller frigiv dem.',
  },
  'HE-49-NOTHING-FOUND': 'Det fund er der ikke mere. Se siden igen.',
  'HE-49-REASON-REQUIRED': 'Skriv, hvorfor det må offentliggøres.',
  'HE-49-REASON-HOLDS-NUMBER': 'Grunden ser ud til at rumme et CPR-nummer. Skriv den uden.',
  'HE-49-ANOTHER-MUST-TOO': 'Du har allerede set det. Nu skal en anden person også se det.',
  'HE-49-RELEASED-ALREADY': 'To personer har allerede frigivet det.',
  'HE-50-REASON-REQUIRED': 'Skriv en grund. Den står på den offentlige side.',
  'HE-50-REASON-HOLDS-NUMBER': 'Grunden ser ud til at rumme et CPR-nummer, og den bliver offentlig. Skriv den uden.',
  'HE-50-NOT-IN-THE-TEXT': 'Det sted findes ikke i svaret. Måske er svaret erstattet af et nyt. Se siden igen.',
  'HE-50-REMOVED-ALREADY': 'Noget af det er allerede taget ud. Vælg et andet stykke.',
  'HE-50-PUBLISHED-NOW': 'Svarene er offentlige, så intet kan sættes tilbage nu. Tag dem ned først.',

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
  'AP-13-NOT-BEFORE-THE-DECISION': 'Trinnet »{step}« i skabelonen skal ligge før det trin, hvor parterne beslutter.',
  'AP-13-NO-BODY-KIND': 'Trinnet »{step}« i skabelonen siger ikke, hvem der tager det.',
  'AP-13-GROUND-MISSING': 'Trinnet »{step}« i skabelonen siger ikke, hvorfor det findes.',
  'AP-26-UNKNOWN-STEP':
    'Trinnet »{step}« i skabelonen kommer efter »{after}«, som ikke findes. Ret navnet, eller tilføj trinnet.',
  'AP-26-CIRCLE': 'Trinnet »{step}« i skabelonen venter på sig selv. Ret, hvilke trin det kommer efter.',
  'AP-26-NOBODY-CAN-TAKE':
    'Trinnet »{step}« kan ingen tage her: regionen og parterne har ikke det organ. Vælg et andet forløb.',
  'AP-27-NOT-A-TEMPLATE': 'Filen er ikke en skabelon: se på {path}.',
  'AP-28-NOT-OWN-BODY': '{body} hører ikke til parten. Vælg mellem partens egne udvalg.',
  'AP-28-WAY-DECIDES':
    '{body} kan ikke være et trin på vejen. Vejen går gennem forvaltning og udvalg; kommunalbestyrelsen eller regionsrådet kommer altid til sidst.',
  'AP-28-BODY-TWICE': '{body} står på vejen to gange. Lad det stå én gang.',
  'AP-28-UNKNOWN-STEP': '»{step}« venter på et trin, der ikke er på vejen. Vælg, hvad det kommer efter.',
  'AP-28-CIRCLE': '»{step}« venter på sig selv. Vælg, hvad det kommer efter.',
  'AP-28-TOO-MANY-STEPS': 'Der kan højst være {most} trin på vejen.',
  'AP-28-NAME-TAKEN': 'Parten har allerede et udvalg, der hedder »{name}«.',
  'AP-28-NAME-HOLDS-NUMBER':
    'Navnet ser ud til at rumme et CPR-nummer. Mange kan læse det, og det kan ikke slettes igen. Skriv det uden.',
  'AP-28-CHANGED-MEANWHILE':
    'En anden har ændret jeres vej imens. Den nye står øverst på siden. Gem igen, hvis din skal gælde i stedet.',
  'AP-18-SAME-PERSON': 'Du registrerede selv beslutningen. Parten har valgt, at en anden bekræfter den.',
  'AP-19-NOTHING-NEW':
    'Det er allerede registreret, præcis sådan. Venter det på at blive bekræftet, så bekræft det på tavlen.',
  'AP-20-MINUTES-NOT-THE-FILE': 'Referatet er ikke den fil, du har valgt. Vælg filen igen.',
  'AP-21-PARTY-HAS-CEASED':
    '{body} fandtes ikke mere den dag; den sidste dag var {until}. Sekretariatet kan bede om, at en anden træder i stedet.',
  'AP-22-NOTHING-TO-REAFFIRM':
    'Der er ingen tidligere godkendelse at gentage her. Registrér beslutningen på almindelig vis.',
  'AP-24-NO-SUCH-STEP': 'Det trin findes ikke. Se tavlen igen.',
  'AP-24-OVERRIDE-DECIDES':
    'Ingen kan gå uden om den beslutning, parten selv træffer. Kun når rådet ikke findes mere, kan et andet træde i stedet.',
  'AP-24-STEP-TAKEN':
    'Dem, der er spurgt i det trin, har allerede sagt, hvad de mener. Ingen venter på det, så det skal ikke tages anderledes. Se tavlen igen.',
  'AP-24-REASON-REQUIRED': 'Skriv, hvorfor trinnet skal tages anderledes. Alle parter kan læse det.',
  'AP-24-REASON-HOLDS-NUMBER':
    'Begrundelsen ser ud til at rumme et CPR-nummer. Den kan ikke slettes igen, og alle parter kan læse den. Skriv den uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',
  'AP-24-NOBODY-TAKES-IT':
    'Vælg, hvem der tager trinnet i stedet. Det skal være nogen, der findes i dag, og i en parts trin en af partens egne.',
  'AP-24-NOTHING-TO-AGREE-TO': 'Der er ikke længere noget at sige ja til her. Se tavlen igen.',
  'AP-24-SAME-PERSON': 'Du har selv bedt om det. En anden skal sige ja.',
  'AP-24-NOT-THE-PARTYS-OWN': 'Kun partens egne folk kan sige ja til det.',
  'AP-25-CONCLUDED':
    'Aftalen er indgået. Nu kan en godkendelse kun rettes til en godkendelse, for eksempel en forkert dato.',
  'AP-16-NOT-THE-BODYS-OWN': 'Kun {body} kan selv registrere sin beslutning. Bed sekretæren dér om at gøre det.',
  'AP-17-MEETING-BEFORE-THE-TEXT':
    'Mødet ligger før den dag, teksten blev lagt fast: {frozenOn}. Ret mødedatoen. Gjaldt beslutningen et udkast, skal denne tekst besluttes.',
  'AP-34-HOLDS-NUMBER':
    'Her ser ud til at stå et CPR-nummer. Beslutningen kan ikke slettes igen, og mange kan læse den. Skriv den uden. Er det et sags- eller dokumentnummer, så sæt et mellemrum efter det femte ciffer.',

  'CA-1-NOTHING-TO-DECIDE':
    'Der er ingen tekst at beslutte nu. Sagen kan laves, når sekretariatet har frosset teksten og sendt den til beslutning.',
  'CA-3-SENT-ON': 'Sagen er sendt videre og kan ikke ændres her. Ret den i jeres dagsordenssystem.',
  'CA-3-NOT-BEING-DECIDED': 'Teksten er ikke til beslutning mere, så sagen kan ikke ændres eller sendes videre.',
  'CA-3-NOT-WRITTEN': 'Sagen mangler: {missing}. Skriv det, og send så sagen videre.',

  'SE-1-NO-PARTIES-THEN':
    'Regionen har ingen kommuner på den dag, perioden begynder. Vælg en anden periode eller region.',
  'SE-2-NO-PARTY': 'Der er ikke valgt nogen part. Vælg dem, aftalen skal gælde for.',
  'SE-2-UNKNOWN-PARTY': 'En af de valgte parter findes ikke. Se siden igen, og vælg fra listen.',
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
