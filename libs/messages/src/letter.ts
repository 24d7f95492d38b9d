import { instantOf, localDateOf } from '@enig/kernel';
import { wordDueAt } from './deadline';
import { formatDate } from './format';
import type { LetterKind } from './letter-facts';
import { createMessages, languageOf, sentences, type Locale, type MessageCode, type Say } from './message';
import { fill, placesOf, type Word } from './sentence';

/** A step of a job, as the code of the sentence that says what is happening. */
export type JobStep = Extract<MessageCode, `job.step.${string}`>;

/** Why something was not made, where whoever asked can be told. */
export type JobReason = Extract<MessageCode, `job.reason.${string}`>;

/** A letter's facts as they come back from its row. */
type Facts = Readonly<Record<string, unknown>>;

/** Whom a letter is to, and where its personal link leads. */
export interface LetterTo {
  readonly name: string;
  /** The whole address, from https. */
  readonly link: string;
  /** Whom to call or write to, as people read it; null where nobody has said. */
  readonly contact: string | null;
  /** Whether the PDF that goes with its kind could not be made; then it says where that is. */
  readonly lacksPdf?: boolean;
}

/** A letter as a mail: the same words as plain text and as HTML. */
export interface WrittenLetter {
  readonly subject: string;
  readonly plain: string;
  readonly html: string;
}

/**
 * Writes a letter: who it is to, what has happened, the personal link, that it is personal, and that one can reply.
 *
 * @throws RangeError where its kind has no words, or a word lacks: half a letter is never sent.
 */
export function writeLetter(
  locale: Locale,
  kind: LetterKind,
  facts: Facts,
  { name, link, contact, lacksPdf }: LetterTo,
): WrittenLetter {
  const m = createMessages(locale);
  const subject = oneLine(worded(locale, `letter.${kind}.subject`, facts));
  const told = [worded(locale, `letter.${kind}.text`, facts)];
  if (facts['isLate'] === true) told.push(m('letter.receipt.late'));
  if (typeof facts['replaced'] === 'string') told.push(worded(locale, 'letter.receipt.replaces', facts));
  // Those that were written before it was told of do not carry it.
  if (kind === 'approvalsLapsed' && typeof facts['reason'] === 'string')
    told.push(worded(locale, 'letter.approvalsLapsed.why', facts));
  if (kind === 'roundOpened' && facts['reason'] !== '') told.push(worded(locale, 'letter.roundOpened.short', facts));
  if (kind === 'decisionReminder')
    told.push(
      worded(locale, `letter.decisionReminder.${facts['waitsFor'] === 'confirmation' ? 'confirm' : 'record'}`, facts),
    );
  if (kind === 'decisionToConfirm')
    told.push(m(`letter.decisionToConfirm.${facts['by'] === 'secretariat' ? 'secretariat' : 'colleague'}`));
  // What is concluded when its days are over is never in force.
  if (kind === 'agreementConcluded' && String(facts['from']) <= String(facts['to']))
    told.push(worded(locale, 'letter.agreementConcluded.days', facts));
  if (typeof facts['replaces'] === 'string' && facts['replaces'] !== '')
    told.push(worded(locale, 'letter.agreementInForce.replaces', facts));
  if (lacksPdf === true) told.push(m('letter.lacksPdf'));
  const verb = m(`letter.${kind}.verb`);
  const small = smallPrint(m, kind, contact);
  const greeting = m('letter.greeting', { name });
  return {
    subject,
    plain: `${[`${greeting},`, ...told, `${verb}:\n${link}`, ...small].join('\n\n')}\n`,
    html: asHtml({ language: languageOf[locale], subject, greeting: `${greeting},`, told, verb, link, small }),
  };
}

function smallPrint(m: Say, kind: LetterKind, contact: string | null): string[] {
  const asked = kind === 'signIn' ? [m('letter.asked')] : [];
  return [
    m('letter.personal'),
    ...asked,
    m('letter.reply'),
    ...(contact === null ? [] : [m('help.contact', { contact })]),
  ];
}

function worded(locale: Locale, code: MessageCode, facts: Facts): string {
  const sentence = sentences[locale][code];
  const words = [...placesOf(sentence)].flatMap((place): [string, Word][] => {
    const word = wordOf(locale, facts[place]);
    return word === null ? [] : [[place, word]];
  });
  return fill(sentence, Object.fromEntries(words), languageOf[locale]);
}

/** A day, and a moment. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function wordOf(locale: Locale, fact: unknown): Word | null {
  if (typeof fact === 'number') return fact;
  if (typeof fact !== 'string') return null;
  if (DAY.test(fact)) return formatDate(localDateOf(fact), locale);
  return MOMENT.test(fact) ? wordDueAt(instantOf(fact), locale) : fact;
}

/** A subject is one line: what somebody called a thing must not begin another header. */
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

interface HtmlLetter {
  readonly language: string;
  readonly subject: string;
  readonly greeting: string;
  readonly told: readonly string[];
  readonly verb: string;
  readonly link: string;
  readonly small: readonly string[];
}

/**
 * One column, no pictures, nothing fetched from anywhere: it reads the same in every mail program. The colours are those of
 * the pages it leads to (libs/ui/src/styles/base.css); mail programs know no names for them.
 */
function asHtml({ language, subject, greeting, told, verb, link, small }: HtmlLetter): string {
  const paragraph = (words: string, style = ''): string => `<p${style}>${escaped(words)}</p>`;
  const quiet = ' style="color:#4d565f;font-size:16px"';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0 auto;padding:24px 16px;max-width:620px;color:#1a1f24;background:#ffffff;',
    'font:18px/1.6 sans-serif">',
    ...[greeting, ...told].map((words) => paragraph(words)),
    `<p><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:4px;`,
    `background:#0b4a66;color:#ffffff;font-weight:bold;text-decoration:none">${escaped(verb)}</a></p>`,
    `<p${quiet}>${escaped(link)}</p>`,
    ...small.map((words) => paragraph(words, quiet)),
    '</body></html>\n',
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What somebody called a thing is words, whatever signs are in it. */
function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}
