import type { Room } from '../sentence';

/** What comes after a decision: who confirms, the ways on of a blocked chain, approving again, taking a step otherwise. */
export const deciding = {
  'next.approved': 'Parten er færdig. Når alle har godkendt samme tekst, er aftalen indgået.',
  'next.approvedWithRemark': 'Det er en godkendelse. Bemærkningen følger med, og teksten bliver, som den er.',
  'next.approvedOnCondition':
    'Det er ikke en godkendelse. Enten løfter rådet betingelsen og registrerer en godkendelse, eller teksten ændres og sendes ud igen.',
  'next.rejected':
    'Det er et nej. Enten tager rådet sagen op igen på et senere møde, eller teksten ændres og sendes ud igen.',
  'next.postponed': 'Sagen kommer på igen på det møde, der er skrevet. Aftalen venter så længe.',
  'next.referredBack':
    'Sagen er sendt tilbage. Den kommer på et møde igen, når den er behandlet, eller teksten ændres og sendes ud igen.',
  'tasks.confirmSecond': 'En kollega har registreret: {outcome}, {date}',
  'tasks.reaffirm': '{body} godkendte den tidligere tekst',
  'board.blocked': 'Aftalen er gået i stå.',
  'board.vacant':
    '{party} kan ikke beslutte: {council} findes ikke mere, og den sidste dag var {until}. Sekretariatet kan bede om, at det råd, der er kommet efter, beslutter i stedet. Det gælder, når en fra parten eller fra det nye råd siger ja. Skal ingen beslutte i stedet, må teksten åbnes igen og parten tages ud.',
  'board.blockedAt': '{party}: {outcome}. {next} Grunden er: {reason}',
  'changed.nothing': 'Ordene er de samme. Kun versionens nummer er nyt.',
  'changed.title': 'Aftalen hedder nu »{title}«.',
  'changed.period': 'Perioden er ændret.',
  'changed.parties': {
    one: '{count} part er kommet til, gået ud eller har fået nyt navn.',
    other: '{count} parter er kommet til, gået ud eller har fået nyt navn.',
  },
  'changed.annexes': { one: '{count} bilag er ændret.', other: '{count} bilag er ændret.' },
  'changed.added': 'Nyt afsnit: {title}.',
  'changed.removed': 'Afsnittet er taget ud: {title}.',
  'changed.section': {
    one: '{title}: {count} sted er ændret ({places}).',
    other: '{title}: {count} steder er ændret ({places}).',
  },
  'decisionReceipt.title': 'Kvittering for beslutning',
  'decisionReceipt.subtitle': 'Beslutningen er registreret.',
  'decisionReceipt.waiting':
    'Beslutningen er registreret og gælder først, når en af partens egne folk har bekræftet den.',
  'decisionReceipt.superseded': 'En senere beslutning er trådt i stedet for denne. Begge er gemt.',
  'decisionReceipt.lapsed': 'Teksten er siden åbnet igen, så beslutningen gælder ikke længere. Den er gemt.',
  'decisionReceipt.fellAway': 'Ingen nåede at bekræfte beslutningen, så den faldt bort og ændrer intet. Den er gemt.',
  'decisionReceipt.reference': 'Kvitteringsnummer',
  'decisionReceipt.agreement': 'Aftale',
  'decisionReceipt.number': 'Version',
  'decisionReceipt.party': 'Part',
  'decisionReceipt.body': 'Besluttet af',
  'decisionReceipt.outcome': 'Beslutning',
  'decisionReceipt.meeting': 'Mødet',
  'decisionReceipt.item': 'Punkt på dagsordenen',
  'decisionReceipt.wording': 'Ordlyd',
  'decisionReceipt.reason': 'Bemærkning eller begrundelse',
  'decisionReceipt.minority': 'Mindretalsudtalelse',
  'decisionReceipt.nextMeeting': 'Næste møde',
  'decisionReceipt.minutes': 'Referat',
  'decisionReceipt.minutesFile': '{name} (SHA-256 {sha256})',
  'decisionReceipt.version': 'Tekstens fingeraftryk (SHA-256)',
  'decisionReceipt.recorded': 'Registreret',
  'decisionReceipt.confirmed': 'Bekræftet',
  'decisionReceipt.by': '{name}, {capacity}, {at}',
  'decisionReceipt.log': 'Sagens log',
  'decisionReceipt.keep': 'Gem kvitteringen. Med loggens fingeraftryk kan alle se, om noget i sagen er ændret siden.',
  'page.approval.waysOn': 'En af disse veje fører videre:',
  'page.approval.unconfirmedSecond': 'venter på, at en kollega bekræfter,',
  'page.approval.since': 'Registreret siden:',
  'page.approval.fellAway': 'blev ikke bekræftet og faldt bort,',
  'page.approval.corrected': 'rettet {date}',
  'page.approval.followed': 'ny beslutning {date}',
  'page.approval.neverConfirmed': 'blev ikke bekræftet,',
  'page.approval.recorded': 'Beslutningen fra {party} er registreret.',
  'page.approval.recordedEntered': 'Den tæller først, når en fra {party} har bekræftet den.',
  'page.approval.recordedSecond': 'Den tæller først, når en kollega har bekræftet den.',
  'page.approval.recordedReceipt': 'Hent kvitteringen',
  'page.approval.minutesFile': 'referat (fil)',
  'page.approval.minutesHeld':
    'Referatet vises kun for parten selv: der ser ud til at stå et CPR-nummer i det, eller det kan ikke læses igennem.',
  'page.approval.receipt': 'kvittering',
  'page.approval.minority': 'Mindretal: {words}',
  'page.approval.confirmChanged':
    'Beslutningen er bekræftet eller rettet imens. Nu er det noget andet, der skal bekræftes: {body}, »{outcome}«, mødet {date}. Er det rigtigt, så bekræft det.',
  'page.approval.reaffirm': 'Se ændringer, og godkend igen',
  'page.recordDecision.correctsEntered':
    'Sekretariatet har skrevet »{outcome}« fra mødet {date} ind for {body}. Det er ikke bekræftet og tæller ikke endnu. Er det rigtigt, kan en fra parten bekræfte det på tavlen. Ellers skriver du her, hvad der blev besluttet: det træder i stedet, og begge kan ses.',
  'page.recordDecision.correctsSecond':
    '{name} har registreret »{outcome}« fra mødet {date} for {body}. Det venter på, at en kollega bekræfter, og tæller ikke endnu. Det, du registrerer nu, træder i stedet, og begge kan ses.',
  'page.recordDecision.recordedBy': 'Registreret af {name} {at}: punkt {item}. »{wording}«',
  'page.recordDecision.other':
    'Det, du har skrevet, står her endnu. Registrerer du igen, retter du den beslutning, den anden har registreret:',
  'page.recordDecision.placeGone':
    'Mens du skrev, er det ændret, hvem der behandler sagen: »{gone}« er ikke med længere. Det, du har skrevet, står her endnu og registreres nu for »{place}«. Se det igennem, før du registrerer.',
  'page.recordDecision.waitsFor':
    'Det kan ikke registreres endnu. Der er et trin før dette, og disse mangler at tage stilling: {names}. Det skal registreres først.',
  'page.recordDecision.concluded':
    'Aftalen er indgået. Nu kan kun fejl i det, der er registreret, rettes, for eksempel en forkert dato. En godkendelse kan ikke tages tilbage.',
  'page.recordDecision.newMeeting': 'Det er et nyt møde: tøm felterne',
  'page.recordDecision.emptied': 'Felterne er tomme.',
  'page.recordDecision.afterEntered':
    'Det tæller først, når en fra {party} har bekræftet det. Det kan rettes, og rettelsen ses.',
  'page.recordDecision.second':
    'Parten har valgt, at to personer skal se beslutningen. Den gælder, når en kollega har bekræftet den.',
  'page.recordDecision.minutesFile': 'Referatet som fil (PDF eller Word)',
  'page.recordDecision.minutesFileHint':
    'Vælg enten en fil eller en adresse. Alle, der kan se aftalen, kan hente filen, hvis der ikke står CPR-numre i den.',
  'minutes.numbers': {
    one: 'I »{name}« ser der ud til at stå et CPR-nummer: {places}. Kun I selv og partens egne folk kan hente filen. Vælg en udgave uden CPR-numre, så alle kan læse referatet.',
    other:
      'I »{name}« ser der ud til at stå {count} CPR-numre: {places}. Kun I selv og partens egne folk kan hente filen. Vælg en udgave uden CPR-numre, så alle kan læse referatet.',
  },
  'minutes.unread':
    'Noget i »{name}« kan ikke læses igennem for CPR-numre: {places}. Kun I selv og partens egne folk kan hente filen. Vælg en udgave med tekst, så alle kan læse referatet.',
  'minutes.linkHasNumber':
    'Adressen på referatet ser ud til at rumme et CPR-nummer, og den vises for alle. Vælg referatet som fil i stedet.',
  'minutes.nameHasNumber': 'Filens navn ser ud til at rumme et CPR-nummer. Giv filen et andet navn, og vælg den igen.',
  'page.recordDecision.minutesUnreadable': 'Filen kan ikke læses. Vælg den igen.',
  'page.recordDecision.minutesBoth': 'Vælg enten filen eller adressen, ikke begge.',
  'page.recordDecision.minutesWaiting': 'Vent, til filen er sendt.',
  'page.reaffirm.title': 'Godkend igen: {party}',
  'page.reaffirm.intro':
    '{body} godkendte version {version} den {date}. Teksten er ændret siden. Her er alt, der er ændret.',
  'page.reaffirm.introSame':
    '{body} godkendte version {version} den {date}. Teksten er sendt ud igen som en ny version, og intet i den er ændret. Den skal godkendes igen, før godkendelsen gælder.',
  'page.reaffirm.changed': 'Hvad er ændret, siden I godkendte?',
  'page.reaffirm.words': 'I korte træk',
  'page.reaffirm.exactly': 'Ord for ord, afsnit for afsnit',
  'page.reaffirm.again': 'Godkend igen',
  'page.reaffirm.hint':
    'Når {body} har set ændringerne og godkendt den nye tekst, skriver du mødet her. Udvalgene skal ikke behandle sagen igen.',
  'page.reaffirm.hintSame':
    'Når {body} har godkendt den nye version, skriver du mødet her. Udvalgene skal ikke behandle sagen igen.',
  'page.reaffirm.otherwise': 'Blev det ikke en godkendelse? Registrér beslutningen på almindelig vis.',
  'page.reaffirm.nothing': 'Der er ingen tidligere godkendelse at gentage.',
  'page.changedSince.title': 'Hvad er ændret, siden {party} godkendte?',
  'page.changedSince.rewriting':
    'Teksten er ved at blive skrevet om. Når den nye tekst er sendt til beslutning, kan man se her, hvad der er ændret.',
  'page.changedSince.neverApproved': '{party} har ikke godkendt en tekst før, så der er ikke noget at sammenligne med.',
  'page.changedSince.noNewer':
    '{party} har taget stilling til den nyeste tekst. Hvad der er ændret fra version til version, kan ses i historikken.',
  'page.changedSince.lead': 'Fra version {before} til version {after}',
  'page.twoPeople.title': 'Skal to personer se beslutningen?',
  'page.twoPeople.text':
    'Når I slår det til, gælder en beslutning, I selv registrerer, først når en kollega har bekræftet den. Slår I det fra, gælder det fra den næste tekst, der sendes til beslutning.',
  'page.twoPeople.is': 'To personer ser {party}s beslutninger, før de gælder.',
  'page.twoPeople.isNot': 'En person er nok til at registrere {party}s beslutninger.',
  'page.twoPeople.letGo': 'To personer ser {party}s beslutninger om denne tekst. Fra den næste tekst er én person nok.',
  'page.twoPeople.turnOn': 'Lad to personer se den',
  'page.twoPeople.turnOff': 'Lad én person være nok',
  'page.twoPeople.done': 'Valget er gemt.',
  'page.override.heading': 'Trin, der tages anderledes',
  'page.override.ask': 'Tag et trin anderledes',
  'page.override.explain':
    'Det ændrer aldrig, at alle parter skal godkende. En fra parten skal sige ja, før det gælder. Findes rådet ikke mere, kan en fra det nye råd også sige ja.',
  'page.override.succeeds': '{party}: {council} findes ikke mere, så et andet råd beslutter',
  'page.override.step': 'Hvilket trin?',
  'page.override.kind': 'Hvordan?',
  'page.override.skip': 'Ingen skal vente på det',
  'page.override.replaceBody': 'En anden tager det',
  'page.override.taker': 'Hvem tager det i stedet?',
  'page.override.reason': 'Hvorfor?',
  'page.override.reasonMissing': 'Skriv hvorfor.',
  'page.override.takerMissing': 'Vælg, hvem der tager det.',
  'page.override.send': 'Bed om det',
  'page.override.asked': 'Der er bedt om det. Nu skal en anden sige ja.',
  'page.override.agree': 'Sig ja',
  'page.override.agreed': 'Der er sagt ja. Trinnet tages nu anderledes.',
  'page.override.skipped': '{party}: »{step}« ventes der ikke på. Grunden er: {reason}',
  'page.override.replaced': '{party}: »{step}« tages af {body}. Grunden er: {reason}',
  'page.override.overtaken': 'Bedt om af {asked}. Trinnet er taget imens, så ingen skal sige ja.',
  'page.override.forAll': 'Alle',
  'page.override.by': 'Bedt om af {asked}, sagt ja til af {agreed}',
  'page.override.waits': 'Bedt om af {asked}. Venter på, at en anden siger ja',
} as const satisfies Room;
