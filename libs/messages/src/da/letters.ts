import type { Room } from '../sentence';

/** What letters say: their subject, what they tell in one or more sentences, and the name of the link in them. */
export const letters = {
  'letter.greeting': 'Hej {name}',
  'letter.signIn.subject': 'Dit link til Enig',
  'letter.signIn.text': 'Her er det link, du har bedt om. Det logger dig ind uden adgangskode.',
  'letter.signIn.verb': 'Log ind',
  'letter.roundOpened.subject': '{body} høres om »{round}«',
  'letter.roundOpened.text':
    '{owner} beder om {body}s svar på »{round}«. Fristen er {due}. Teksten findes også letlæst, og den kan hentes og udskrives.',
  'letter.roundOpened.short': 'Fristen er kortere end ellers. Begrundelsen er: {reason}',
  'letter.roundOpened.verb': 'Læs og svar',
  'letter.deadlineExtended.subject': 'Mere tid til at svare på »{round}«',
  'letter.deadlineExtended.text':
    '{body} har fået længere frist til at svare på »{round}«. Den nye frist er {due}. Begrundelsen er: {reason}',
  'letter.deadlineExtended.verb': 'Læs og svar',
  'letter.reminder.subject': 'Fristen for »{round}« nærmer sig',
  'letter.reminder.text':
    '{body} har ikke sendt sit svar på »{round}« endnu. Fristen er {due}. Har I brug for mere tid, så kan I bede om det på siden.',
  'letter.reminder.verb': 'Læs og svar',
  'letter.receipt.subject': 'Kvittering {reference}: svaret på »{round}« er modtaget',
  'letter.receipt.text':
    'Svaret fra {body} på »{round}« er modtaget {at}. Kvitteringsnummeret er {reference}, og svarets fingeraftryk (SHA-256) er {sha256}. Gem mailen som kvittering.',
  'letter.receipt.late':
    'Svaret kom efter fristen. Det er modtaget og bliver læst, og det er mærket som kommet for sent.',
  'letter.receipt.replaces': 'Det træder i stedet for det svar, I sendte før, {replaced}. Det bliver gemt.',
  'letter.receipt.verb': 'Se svaret og kvitteringen',
  'letter.answersUsed.subject': 'Sådan blev jeres svar på »{round}« brugt',
  'letter.answersUsed.text':
    'Høringen om »{round}« er lukket. Nu kan {body} se, hvad der er svaret på hvert af jeres punkter, og hvad der er ændret i teksten.',
  'letter.answersUsed.verb': 'Se, hvordan svaret blev brugt',
  'letter.extensionAsked.subject': '{body} beder om mere tid',
  'letter.extensionAsked.text':
    '{body} har bedt om længere frist til at svare på »{round}«. Læs, hvorfor, og giv dem besked: forlæng fristen, eller sig nej med en begrundelse.',
  'letter.extensionAsked.verb': 'Læs og svar dem',
  'letter.extensionDeclined.subject': 'Ikke mere tid til at svare på »{round}«',
  'letter.extensionDeclined.text':
    '{body} har bedt om længere frist til at svare på »{round}«, og det er der sagt nej til. Fristen er stadig {due}. Begrundelsen står på siden.',
  'letter.extensionDeclined.verb': 'Se begrundelsen',
  'letter.answerWithdrawn.subject': 'Svaret {reference} på »{round}« er trukket tilbage',
  'letter.answerWithdrawn.text':
    '{by} har trukket svaret fra {body} på »{round}« tilbage. I kan rette det og sende det igen. Indtil I gør det, har {body} ikke svaret. Fristen er {due}.',
  'letter.answerWithdrawn.verb': 'Se svaret',
  'letter.correctionNotSent.subject': 'Rettelsen af {reference} blev ikke sendt',
  'letter.correctionNotSent.text':
    'I var ved at rette svaret fra {body} på »{round}«, da indsamlingen af svar blev afsluttet. Det rettede blev ikke sendt. Svaret med kvitteringsnummer {reference} gælder, som I sendte det. Har I rettet noget, kan I stadig læse det på siden.',
  'letter.correctionNotSent.verb': 'Se svaret og kvitteringen',
  'letter.pointAssigned.subject': 'Høringssvar til »{round}« venter på dig',
  'letter.pointAssigned.text': {
    one: '{count} punkt i høringssvarene til »{round}« handler om noget, du er tovholder for. Det mangler udfald, svar og begrundelse.',
    other:
      '{count} punkter i høringssvarene til »{round}« handler om noget, du er tovholder for. De mangler udfald, svar og begrundelse.',
  },
  'letter.pointAssigned.verb': 'Behandl punkterne',
  'letter.lookAgain.subject': 'Se de offentliggjorte svar på »{round}« igennem igen',
  'letter.lookAgain.text': {
    one: 'Enig er blevet bedre til at finde CPR-numre, og der er {count} nyt fund i de svar på »{round}«, der er offentliggjort. Det er dækket til, indtil to personer har frigivet det, eller det er taget ud.',
    other:
      'Enig er blevet bedre til at finde CPR-numre, og der er {count} nye fund i de svar på »{round}«, der er offentliggjort. De er dækket til, indtil to personer har frigivet dem, eller de er taget ud.',
  },
  'letter.lookAgain.verb': 'Se svarene igennem',
  'letter.decisionAsked.subject': '{body} skal tage stilling til »{agreement}«',
  'letter.decisionAsked.text':
    'Teksten til »{agreement}« er færdig og sendt til beslutning. Fristen er {due}. Når {body} har besluttet, skriver du fire ting: mødets dato, punktet, beslutningen og ordlyden.',
  'letter.decisionAsked.verb': 'Læs teksten og registrér beslutningen',
  'letter.decisionAskedAgain.subject': '{body} skal tage stilling til »{agreement}« igen',
  'letter.decisionAskedAgain.text':
    '{body} har godkendt en tidligere tekst til »{agreement}«. Nu er der en ny version, og den er sendt til beslutning. Fristen er {due}. På siden står, hvad der er ændret, siden {body} godkendte. Har {body} godkendt den nye version, registrerer du det samme sted i ét trin.',
  'letter.decisionAskedAgain.verb': 'Se, hvad der er ændret, og godkend igen',
  'letter.caseReady.subject': 'I kan lave jeres sag om »{agreement}«',
  'letter.caseReady.text':
    'Teksten til »{agreement}« er færdig og sendt til beslutning. Nu kan I lave sagsfremstillingen for {party}: Enig udfylder den med det, der angår jer. Ret den sammen, og kopiér felterne til jeres dagsorden. Beslutningen skal være truffet senest {due}.',
  'letter.caseReady.verb': 'Gå til sagen',
  'letter.decisionReminder.subject': 'Beslutningen om »{agreement}« mangler',
  'letter.decisionReminder.text': '»{agreement}« mangler stadig en beslutning fra {body}. Fristen er {due}.',
  'letter.decisionReminder.record':
    'Har I besluttet, så registrér det på siden. Har I ikke, så sæt sagen på dagsordenen til et møde inden fristen.',
  'letter.decisionReminder.confirm':
    'Beslutningen er skrevet ind. Den gælder først, når en af jer bekræfter den på siden.',
  'letter.decisionReminder.verb': 'Registrér eller bekræft beslutningen',
  'letter.decisionEscalated.subject': '»{agreement}«: fristen nærmer sig, og der mangler beslutninger',
  'letter.decisionEscalated.text': {
    one: '{count} af {total} parter har ikke godkendt »{agreement}« endnu: {names}. Fristen er {due}. De, der kan registrere en beslutning, er blevet mindet om det. Ring til dem, hvis I kan hjælpe.',
    other:
      '{count} af {total} parter har ikke godkendt »{agreement}« endnu: {names}. Fristen er {due}. De, der kan registrere en beslutning, er blevet mindet om det. Ring til dem, hvis I kan hjælpe.',
  },
  'letter.decisionEscalated.verb': 'Se, hvem der mangler',
  'letter.decisionToConfirm.subject': 'Bekræft beslutningen om »{agreement}«',
  'letter.decisionToConfirm.text': 'Der er registreret en beslutning fra {body} om »{agreement}«.',
  'letter.decisionToConfirm.secretariat':
    'Sekretariatet har indskrevet, hvad jeres referat siger. Passer det, så bekræft det med ét tryk. Først da gælder det.',
  'letter.decisionToConfirm.colleague':
    'En kollega har registreret den. I har valgt, at to personer skal se den. Passer den, så bekræft den med ét tryk. Først da gælder den.',
  'letter.decisionToConfirm.verb': 'Se den, og bekræft',
  'letter.overrideAsked.subject': 'Der er brug for jeres ja til et trin i »{agreement}«',
  'letter.overrideAsked.text':
    'Sekretariatet beder om, at trinnet »{step}« på vejen til »{agreement}« tages anderledes. Det gælder først, når en af jer siger ja. På siden står, hvad der skal ske, og hvorfor. Er I ikke enige, så gør ingenting, og ring til sekretariatet.',
  'letter.overrideAsked.verb': 'Se, hvad der bedes om',
  'letter.decisionReceipt.subject': 'Kvittering {reference}: beslutningen om »{agreement}« er registreret',
  'letter.decisionReceipt.text':
    'Beslutningen fra {body} om »{agreement}« er registreret {at}. Kvitteringsnummeret er {reference}. Sagens log slutter ved nummer {number}, og dens fingeraftryk (SHA-256) er {log}. Gem mailen: den kan bevise, at intet er ændret siden.',
  'letter.decisionReceipt.verb': 'Se tavlen',
  'letter.approvalsLapsed.subject': '»{agreement}« skrives om, og jeres beslutning er faldet bort',
  'letter.approvalsLapsed.text':
    'Teksten til »{agreement}« er åbnet igen. Beslutningen fra {body} gjaldt den tidligere tekst og gælder ikke længere. Når der er en ny tekst, får I besked og kan se, hvad der er ændret. Har I godkendt før, kan I gøre det igen i ét trin.',
  'letter.approvalsLapsed.why': 'Begrundelsen er: {reason}',
  'letter.approvalsLapsed.verb': 'Se, hvor langt aftalen er',
  'letter.chainBlocked.subject': '»{agreement}« er gået i stå hos {body}',
  'letter.chainBlocked.text':
    'Beslutningen fra {body} om »{agreement}« er ikke en godkendelse, og aftalen kan ikke indgås, så længe den gælder. På siden står, hvordan I kan komme videre. Ring til dem først.',
  'letter.chainBlocked.verb': 'Se vejene videre',
  'letter.agreementConcluded.subject': '»{agreement}« er indgået',
  'letter.agreementConcluded.text':
    'Alle {total} parter har godkendt den samme tekst til »{agreement}«. Aftalen er indgået. Tak for hjælpen.',
  'letter.agreementConcluded.days': 'Den gælder fra {from} til og med {to}.',
  'letter.agreementConcluded.verb': 'Se aftalen',
  'letter.agreementInForce.subject': '»{agreement}« er i kraft',
  'letter.agreementInForce.text':
    '»{agreement}« gælder fra {from} til og med {to}. Alle kan læse den: på siden står dens faste adresse.',
  'letter.agreementInForce.replaces': 'Den afløser {replaces}, der ikke gælder længere.',
  'letter.agreementInForce.verb': 'Se aftalen',
  'letter.agreementEnded.subject': '»{agreement}« gælder ikke længere',
  'letter.agreementEnded.text':
    'Sidste dag for »{agreement}« var {to}. Der er ikke nogen ny aftale i kraft i Enig efter den. Aftalen kan stadig læses.',
  'letter.agreementEnded.verb': 'Se aftalen',
  'letter.jobDone.subject': '{what} er klar',
  'letter.jobDone.text': '{what}, som du bad om, er klar og kan hentes.',
  'letter.jobDone.verb': 'Hent',

  'letter.lacksPdf': 'Den PDF, der skulle ligge i mailen, kunne ikke laves i tide. Du kan hente den på siden.',
  'letter.personal':
    'Linket er til dig alene: send det ikke videre. Det kan bruges én gang. Er det brugt eller for gammelt, kan du få et nyt, når du åbner det.',
  'letter.asked': 'Har du ikke selv bedt om et link, så gør ingenting. Ingen er kommet ind.',
  'letter.reply': 'Har du spørgsmål, så svar på denne mail.',
  'help.contact': 'Brug for hjælp? Ring eller skriv til os: {contact}',

  'job.underWay': '{title}: {what}',
  'job.titleAs': '{title} ({format})',
  'job.looking': 'Ser efter, hvor langt det er …',
  'job.unread': 'Det kan ikke ses lige nu, hvor langt det er. Der bliver set efter igen af sig selv.',
  'job.notStopped': 'Det kunne ikke stoppes. Prøv igen om lidt.',
  'job.waiting': 'venter på at blive begyndt',
  'job.done': '{title} er klar.',
  'job.failed': '{title} kunne ikke laves. Prøv igen, og giv sekretariatet besked, hvis det bliver ved.',
  'job.cancelled': '{title} blev stoppet, og intet er lavet.',
  'job.fetch': 'Hent {name}',
  'job.kind.bundle': 'Hele sagen',
  'job.kind.memo': 'Høringsnotatet',
  'job.kind.used': 'Oversigten over, hvordan svaret blev brugt',
  'job.kind.case': 'Sagsfremstillingen',
  'job.kind.cases': 'Sagerne til parterne',
  'job.kind.onePage': 'Overblikket til politikere',
  'job.reason.neverAtRest':
    'Der blev registreret noget nyt, hver gang sagen blev samlet. Vent, til der er ro om den, og lav den så igen.',
  'job.step.gathering': 'Samler sagen',
  'job.step.reading': 'Henter det, der skal bruges',
  'job.step.comparing': 'Sammenligner med teksten bagefter',
  'job.step.setting': 'Sætter siderne',
  'job.step.writing': 'Skriver dokumentet',
} as const satisfies Room;
