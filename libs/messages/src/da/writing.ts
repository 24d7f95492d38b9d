import type { Room } from '../sentence';

/** What is said where a text is written: saved or not, closed or read-only and why, and what becomes of the words. */
export const writing = {
  'ui.save.connecting': 'Henter teksten …',
  'ui.save.synced': 'Alt er gemt',
  'ui.save.saving': 'Gemmer …',
  'ui.save.saved': 'Gemt kl.\u00a0{time}',
  'ui.save.unsaved': 'Ikke gemt siden kl.\u00a0{time}',
  'ui.save.unsavedOn': 'Ikke gemt siden {date} kl.\u00a0{time}',
  'ui.save.unsavedHelp':
    'Forbindelsen er væk eller langsom. Bliv på siden; teksten gemmes, så snart der er forbindelse igen.',
  'ui.save.keptHelp': 'Dine ord ligger i denne browser og sendes, når der er forbindelse. Du kan roligt skrive videre.',
  'ui.save.offline': 'Ingen forbindelse siden kl.\u00a0{time}',
  'ui.save.offlineHelp': 'Alt, hvad du har skrevet, er gemt. Siden prøver selv at få forbindelse igen.',
  'ui.save.readOnly': 'Du kan læse, men ikke skrive',
  'ui.save.refused': 'Det sidste, du skrev, blev ikke gemt',
  'ui.save.signedOut': 'Du er logget ud. Alt er gemt',
  'ui.save.signedOutUnsaved': 'Du er logget ud, og det sidste er ikke gemt',
  'ui.save.refusedHelp': 'Serveren tog ikke imod dine ord. De er her endnu. Kopiér dem, før du henter den gemte tekst.',
  'ui.save.copyWords': 'Kopiér mine ord',
  'ui.save.copied': 'Dine ord er kopieret',
  'ui.save.copyFailed': 'De kunne ikke kopieres. Markér dem her, og kopiér dem selv.',
  'ui.save.yourWords': 'Dine ord, som ikke er gemt',
  'ui.save.reload': 'Hent den gemte tekst',
  'ui.save.copyFirst': 'Kopiér dine sidste ord, før du går videre. De er ikke gemt.',
  'ui.save.moreThanWords':
    'Noget af det, du ændrede, kan ikke kopieres: en dato, et valg, en rækkefølge eller noget, du slettede. Det er ikke gemt, så det må du gøre igen.',
  'ui.save.signIn': 'Log ind igen',
  'ui.save.reloadPage': 'Genindlæs siden',
  'ui.save.tryAgain': 'Prøv igen',
  'ui.leftWords.title': 'Ord, der ikke blev gemt',
  'ui.leftWords.help':
    'Du skrev dem i en tekst, der ikke tog imod dem. De ligger her i browseren, til du har kopieret eller fjernet dem, eller logger ud. Logger en anden på i denne browser, fjernes de dog efter 30 dage.',
  'ui.leftWords.written': 'Skrevet {moment}',
  'ui.leftWords.onlyHere':
    'Der er ikke plads til det hele i browseren, så noget af det forsvinder, når du lukker siden. Kopiér det nu.',
  'ui.leftWords.writtenIn': 'Skrevet i »{title}« {moment}',
  'ui.leftWords.goTo': 'Gå til »{title}«',
  'ui.leftWords.came': 'Noget, du har skrevet, blev ikke gemt. Det står øverst på siden.',
  'ui.leftWords.cameIn': 'Noget, du har skrevet i »{title}«, blev ikke gemt. Det står øverst på siden.',
  'ui.leftWords.dismiss': 'Fjern ordene',
  'ui.leftWords.dismissNote': 'Fjern beskeden',

  'ui.closed.malformed':
    'Forbindelsen blev lukket, fordi noget gik galt i det, siden sendte. Hent den gemte tekst for at skrive videre.',
  'ui.closed.signedOut': 'Du er logget ud. Log ind igen for at skrive videre.',
  'ui.closed.noRight': 'Du har ikke adgang til denne tekst. Tal med sekretariatet, hvis du skal have den.',
  'ui.closed.noSuchText': 'Teksten findes ikke. Tal med sekretariatet, hvis du savner den.',
  'ui.closed.oldSchema': 'Siden er fra før en opdatering. Genindlæs den for at skrive videre.',
  'ui.closed.tooLarge':
    'Det, du satte ind, er for stort til at blive gemt. Hent den gemte tekst, og sæt det ind i mindre stykker.',
  'ui.closed.tooFast': 'Der kom for meget på én gang fra denne side. Vent lidt, og prøv igen.',
  'ui.closed.stopped': 'Forbindelsen er lukket.',

  'ui.readOnly.deciding': 'Teksten er sendt til beslutning og kan ikke ændres.',
  'ui.readOnly.concluded': 'Aftalen er indgået. Teksten kan ikke ændres.',
  'ui.readOnly.abandoned': 'Arbejdet med aftalen er opgivet. Teksten kan ikke ændres.',
  'ui.readOnly.submitted': 'Svaret er sendt og kan ikke ændres.',
  'ui.readOnly.correctionNotSent':
    'Det rettede blev ikke sendt. Det, I havde sendt, gælder, og teksten kan ikke ændres.',
  'ui.readOnly.removed': 'Afsnittet er fjernet fra aftalen. Det kan læses, men ikke ændres.',
  'ui.readOnly.roundClosed': 'Høringsrunden er lukket. Svaret kan ikke ændres.',
  'ui.readOnly.noRight': 'Teksten skrives af tovholderne. Du kan læse den.',
  'ui.readOnly.other': 'Teksten kan ikke ændres lige nu.',

  'ui.fate.kept': 'Dine ord ligger i denne browser og sendes, når der er forbindelse.',
  'ui.fate.keptUntilOpened': 'Dine ord ligger i denne browser og sendes, når du åbner teksten igen.',
  'ui.fate.keptUntilSignIn': 'Dine ord ligger i denne browser og sendes, når du har logget ind igen.',
  'ui.fate.keptForCopying':
    'Dine ord ligger i denne browser. De kan ikke sendes, men du kan kopiere dem, også når siden er genindlæst.',
  'ui.fate.setAside':
    'Dine ord er ikke gemt. De ligger i denne browser, til du har kopieret eller fjernet dem, eller logger ud.',
} as const satisfies Room;
