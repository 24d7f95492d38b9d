import type { Room } from '../sentence';

/** What the api answers when a request cannot be met at all. */
export const api = {
  'api.signedOut': 'Du er ikke logget ind. Log ind, og prøv igen.',
  'api.noRight':
    'Det har du ikke adgang til. Det kræver en anden rolle end din. Spørg sekretariatet, hvis du mener, det er forkert.',
  'api.phaseClosed': 'Der er lukket for at skrive lige nu, så intet er ændret. Se på aftalens side, hvor langt den er.',
  'api.notFound': 'Det findes ikke, eller du har ikke adgang til det. Tjek adressen, eller gå til Mine opgaver.',
  'api.notPublic':
    'Her er ikke noget, som alle kan læse. Tjek adressen. Er det noget, du har adgang til i Enig, kan du se det, når du er logget ind.',
  'api.badInput': 'Noget af det, du sendte, kan ikke bruges. Ret det, og prøv igen.',
  'api.badDate': 'Datoen {given} findes ikke. Skriv den som dag, måned og år, for eksempel 15.10.2026.',
  'api.empty': 'Feltet »{field}« er tomt. Skriv noget i det.',
  'api.tooLong': 'Feltet »{field}« er for langt. Der er plads til {max} tegn.',
  'api.badEmail': 'E-mailen kan ikke bruges. Den skal ligne navn@kommune.dk.',
  'api.badLink': 'Linket kan ikke bruges. Det skal begynde med https://.',
  'api.badSeat': 'Den slags plads findes ikke i det organ. Vælg en fra listen.',
  'api.fileEmpty': 'Filen er tom. Vælg en anden.',
  'api.tooLarge':
    'Det, du sendte, er for stort til at blive modtaget. Intet er ændret. Del det op, eller gør filen mindre.',
  'api.tooComplex': 'Der blev spurgt om for meget på én gang. Spørg om mindre ad gangen.',
  'api.foreignOrigin': 'Forespørgslen kom fra en anden hjemmeside og er afvist. Intet er ændret.',
  'api.mistake': 'Noget gik galt hos os. Intet er ændret. Prøv igen, og giv sekretariatet besked, hvis det bliver ved.',
  'api.field.title': 'Titel',
  'api.field.name': 'Navn',
  'api.field.reason': 'Begrundelse',
  'api.field.minority': 'Mindretalsudtalelse',
  'api.field.fileName': 'Filnavn',
  'api.unknownPerson': 'en person, der ikke længere er her',
  'api.task.sectionsReady': '{ready} af {total} afsnit er klar i »{agreement}«',
} as const satisfies Room;
