import type { ClosedBecause, SocketCode, UpdateRefusedCode } from '../codes';
import type { Sentence } from '../sentence';

/** What the editor says of writing together: saved or not, read-only and why, refused and what then. */
export const collab = {
  'saved.at': 'Gemt kl. {time}',
  'saved.saving': 'Gemmer …',
  'saved.notSince': 'Ikke gemt siden kl. {time}',
  'saved.notYet': 'Ikke gemt endnu',
  'saved.connecting': 'Henter teksten …',
  'saved.offline': 'Ingen forbindelse. Du kan skrive videre. Det bliver gemt, når forbindelsen er tilbage.',
  'readOnly.because': 'Kun læsning, fordi {reason}.',

  'closed.hearing': 'aftalen er i høring',
  'closed.deciding': 'aftalen er til beslutning',
  'closed.concluded': 'aftalen er indgået',
  'closed.abandoned': 'aftalen er opgivet',
  'closed.removed': 'afsnittet er fjernet fra aftalen',
  'closed.submitted': 'svaret er sendt',
  'closed.roundClosed': 'høringsrunden er lukket',
  'closed.noRight': 'teksten skrives af andre',
  'closed.other': 'teksten er lukket',

  'CO-3-TOO-LARGE':
    'Det sidste, du skrev eller satte ind, fylder for meget til at blive gemt. Kopiér det, og sæt det ind i mindre stykker.',
  'CO-4-MALFORMED':
    'Det sidste, du skrev, kunne ikke læses og er ikke gemt. Kopiér det, genindlæs siden, og sæt det ind igen.',
  'CO-5-UNKNOWN-ROOT':
    'Det sidste, du skrev, hører ikke til i denne tekst og er ikke gemt. Kopiér det, og genindlæs siden.',
  'CO-6-CLOSED':
    'Der blev lukket for at skrive, før dit sidste nåede frem. Det er ikke gemt. Kopiér det, og tal med sekretariatet.',
  'CO-6-NO-RIGHT': 'Du må ikke længere skrive her, så dit sidste er ikke gemt. Kopiér det, og tal med sekretariatet.',
  'CO-6-SIGNED-OUT': 'Du er logget ud, så dit sidste er ikke gemt. Kopiér det, log ind igen, og sæt det ind.',
  'CO-6-NO-SUCH-TEXT': 'Teksten findes ikke mere, så dit sidste er ikke gemt. Kopiér det, og tal med sekretariatet.',
  'CO-8-GAP': 'Noget af det, du skrev, mangler på vejen. Det sendes igen. Bliv på siden et øjeblik.',

  'socket.signedOut': 'Du er logget ud. Log ind igen for at skrive videre. Det, du ikke har fået gemt, kan du kopiere.',
  'socket.noRight': 'Du har ikke adgang til denne tekst.',
  'socket.noSuchText': 'Teksten findes ikke.',
  'socket.oldSchema': 'Siden er fra en ældre udgave af Enig. Kopiér det, der ikke er gemt, og genindlæs siden.',
  'socket.tooLarge': 'Det, du satte ind, fylder for meget. Kopiér det, og sæt det ind i mindre stykker.',
  'socket.tooFast': 'Der kom for meget på én gang. Vent et øjeblik. Forbindelsen kommer igen af sig selv.',
  'socket.malformed':
    'Forbindelsen sendte noget, der ikke kan læses. Kopiér det, der ikke er gemt, og genindlæs siden.',
  'socket.tryAgain': 'Forbindelsen blev afbrudt. Vi prøver igen af os selv.',
  'socket.goingDown': 'Enig genstarter. Forbindelsen kommer igen af sig selv.',

  'refused.copy': 'Kopiér det, der ikke er gemt',
  'presence.others': { one: '{count} anden skriver her nu', other: '{count} andre skriver her nu' },
} as const satisfies Readonly<
  Record<`closed.${ClosedBecause}` | UpdateRefusedCode | `socket.${SocketCode}`, Sentence> & Record<string, Sentence>
>;
