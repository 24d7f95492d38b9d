import type { Room } from '../sentence';

/** What a text is held against: itself before it is heard, and the comments on earlier versions of it. */
export const comparing = {
  'page.consistency.heading': 'Det, der ikke passer sammen i teksten',
  'page.consistency.lead':
    'Teksten er set igennem for tal, henvisninger, datoer og navne, der ikke passer. Det er forslag: Du kan åbne høringen uden at rette dem.',
  'page.consistency.count': { one: '{count} ting at se på', other: '{count} ting at se på' },
  'page.consistency.none': 'Der er ikke fundet noget, der ikke passer sammen.',
  'page.consistency.theCheck': 'gennemgangen af teksten',
  'page.consistency.look': 'Se teksten igennem for fejl',
  'page.consistency.again': 'Se teksten igennem igen',
  'page.consistency.goTo': 'Gå til stedet',
  'page.consistency.goToWords': 'Gå til stedet: {words}',

  'documentCheck.heading': 'Det, der er set i dokumentet',
  'documentCheck.lead':
    'Når høringen er åbnet, kan alle, der bliver spurgt, læse dokumentet, og det kan ikke rettes. Du kan åbne høringen alligevel.',
  'documentCheck.count': { one: '{count} ting at se på', other: '{count} ting at se på' },
  'documentCheck.none': 'Der er ikke fundet CPR-numre eller noget, der ikke passer sammen.',
  'documentCheck.title': 'Titlen',
  'documentCheck.text': 'Teksten',
  'documentCheck.easyRead': 'Den letlæste udgave',
  'documentCheck.files': 'Filerne',
  'documentCheck.number': 'Linje {line}: Her ser ud til at stå et CPR-nummer.',
  'documentCheck.at': 'Linje {line}: {message}',
  'documentCheck.goTo': 'Gå til stedet',

  'page.comments.heading': 'Kommentarer fra høringer',
  'page.comments.lead':
    'Kommentarer, råd har sat på denne version eller en tidligere, og hvad der er blevet af stedet.',
  'page.comments.count': { one: '{count} kommentar', other: '{count} kommentarer' },
  'page.comments.from': '{body}, på version {version}',
  'page.comments.late': 'sendt for sent',
  'page.comments.quote': 'Stedet dengang',
  'page.comments.now': 'Stedet nu',
  'page.comments.movedTo': 'Står nu i »{title}«',
  'page.comments.goTo': 'Gå til stedet i »{title}«',
  'page.comments.gone': 'Afsnit, der ikke er med mere',

  'commentState.same': 'Uændret',
  'commentState.moved': 'Flyttet',
  'commentState.changed': 'Ændret',
  'commentState.removed': 'Fjernet',
  'commentState.unplaced': 'Stedet kendes ikke',
} as const satisfies Room;
