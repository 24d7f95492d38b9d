import type { ClosedBecause, UpdateRefusedCode } from '../codes';
import type { Sentence } from '../sentence';

/** What the editor says of writing together: saved or not, read-only and why, refused and what then. */
export const collab = {
  'readOnly.because': 'Kun læsning, fordi {reason}.',

  'closed.deciding': 'aftalen er til beslutning',
  'closed.concluded': 'aftalen er indgået',
  'closed.abandoned': 'aftalen er opgivet',
  'closed.removed': 'afsnittet er fjernet fra aftalen',
  'closed.submitted': 'svaret er sendt',
  'closed.correctionNotSent': 'det rettede blev ikke sendt, og det, I havde sendt, gælder',
  'closed.roundClosed': 'høringsrunden er lukket',
  'closed.caseSentOn': 'sagen er sendt videre',
  'closed.caseLapsed': 'teksten skrives om; jeres ord er gemt og kan bruges, når sagen laves igen',
  'closed.noRight': 'teksten skrives af andre',
  'closed.other': 'teksten er lukket',

  'CO-4-MALFORMED':
    'Det sidste, du skrev, kunne ikke læses og er ikke gemt. Kopiér det, genindlæs siden, og sæt det ind igen.',
  'CO-5-UNKNOWN-ROOT':
    'Det sidste, du skrev, hører ikke til i denne tekst og er ikke gemt. Kopiér det, og genindlæs siden.',
  'CO-6-CLOSED':
    'Der blev lukket for at skrive, før dit sidste nåede frem. Det er ikke gemt. Kopiér det, og tal med sekretariatet.',
  'CO-6-NO-RIGHT': 'Du må ikke længere skrive her, så dit sidste er ikke gemt. Kopiér det, og tal med sekretariatet.',
  'CO-6-SIGNED-OUT': 'Du er logget ud, så dit sidste er ikke gemt. Log ind igen, så bliver det sendt.',
  'CO-6-NO-SUCH-TEXT': 'Teksten findes ikke mere, så dit sidste er ikke gemt. Kopiér det, og tal med sekretariatet.',
  'CO-8-GAP': 'Noget af det, du skrev, kom ikke frem, så dit sidste er ikke gemt. Kopiér det, og hent den gemte tekst.',
  'CO-13-TEXT-FULL':
    'Teksten kan ikke blive længere, så dit sidste er ikke gemt. Kopiér det, og slet noget, før du sætter det ind igen.',
  'CO-19-FOREIGN-CLIENT':
    'Det sidste, du skrev, kom fra en side, som en anden har brugt, og er ikke gemt. Kopiér det, og hent den gemte tekst.',
  'CO-20-UNKNOWN-CONTENT':
    'Det sidste, du skrev eller satte ind, har noget i sig, som teksten ikke kan have. Det er ikke gemt. Kopiér ordene, og hent den gemte tekst.',
  'CO-21-UNSOUND': 'Det sidste, du skrev, kom i stykker på vejen og er ikke gemt. Kopiér det, og hent den gemte tekst.',
} as const satisfies Readonly<
  Record<`closed.${ClosedBecause}` | UpdateRefusedCode, Sentence> & Record<string, Sentence>
>;
