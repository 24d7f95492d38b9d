import type { Room } from '../sentence';

/** Coming in by a mailed link, and the demo's mails. */
export const signIn = {
  'api.busy': 'Mange henter noget lige nu. Vent lidt, og prøv igen.',
  'api.tooMany': 'Der er prøvet mange gange på kort tid. Vent lidt, og prøv igen.',

  'page.signIn.byMail': 'Få et link i en mail',
  'page.signIn.byMailHint': 'Du skal ikke bruge en adgangskode. Linket i mailen logger dig ind.',
  'page.signIn.email': 'Din e-mail',
  'page.signIn.emailWrong': 'Skriv din e-mail. Den skal ligne navn@kommune.dk.',
  'page.signIn.send': 'Send mig et link',
  'page.signIn.sent':
    'Kender vi {email}, er der et link på vej. Det kommer som regel inden for et minut. Se også i mappen med uønsket post.',
  'page.signIn.notSent': 'Det lykkedes ikke at bede om et link. Prøv igen om lidt.',
  'page.signIn.asDemo': 'Eller vælg en person i demoen',
  'page.signIn.post': 'Se demoens mails',

  'link.title': 'Log ind',
  'link.text': 'Linket er til {name}. Tryk på knappen for at komme ind.',
  'link.once': 'Det kan bruges én gang og gælder til {until}.',
  'link.button': 'Log ind som {name}',
  'link.stale.title': 'Linket kan ikke bruges mere',
  'link.stale.text': 'Linket til {name} er brugt eller for gammelt. Det, du har skrevet og gemt, er der stadig.',
  'link.stale.button': 'Send mig et nyt',
  'link.stale.where': 'Det nye link kommer i en mail til den adresse, vi kender, og fører samme sted hen.',
  'link.unknown.title': 'Linket kan ikke bruges',
  'link.unknown.text':
    'Måske mangler der noget af det. Kopiér hele linket fra mailen, eller skriv din e-mail, så vi kan sende et nyt.',
  'link.sent.title': 'Se i din mail',
  'link.sent.text':
    'Kender vi adressen, er der et link på vej. Det kommer som regel inden for et minut. Se også i mappen med uønsket post.',
  'link.sent.again': 'Er der ikke kommet noget efter ti minutter, så prøv igen, eller skriv til sekretariatet.',
  'link.tooMany.title': 'Vent lidt',

  'post.title': 'Demoens mails',
  'post.state': 'Mails fra demoen sendes ikke. De lægges her.',
  'post.empty': 'Her er ingen mails endnu.',
  'post.to': 'Til',
  'post.line': 'Til {to}, {at}',
  'post.at': 'Lagt her',
  'post.enclosed': 'Vedlagt',
  'post.html': 'Se mailen, som den vises i et mailprogram',
  'post.back': 'Alle mails',
} as const satisfies Room;
