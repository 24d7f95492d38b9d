import { instantOf } from '@enig/kernel';
import { writeLetter, type LetterFacts, type LetterKind, type Locale } from './index';

const LINK = 'https://enig.example/log-ind/link/abc';
const to = { name: 'Åse Ørum', link: LINK, contact: null };
const about = { round: 'Rammeaftale 2027–28', body: 'Greve Handicapråd' };
const due = instantOf('2026-10-15T22:00:00.000Z');

const every: { readonly [Kind in LetterKind]: LetterFacts[Kind] } = {
  signIn: {},
  roundOpened: { ...about, owner: 'Sekretariatet', due, reason: 'Ministeren beder om svar før jul' },
  deadlineExtended: { ...about, due, reason: 'Sommerferie' },
  reminder: { ...about, due },
  receipt: { ...about, submission: '1', reference: 'HS-7', at: due, isLate: true, sha256: 'a41f', replaced: null },
  answersUsed: about,
  extensionAsked: about,
  extensionDeclined: { ...about, due },
  answerWithdrawn: { ...about, due, reference: 'HS-7', by: 'Bo Holm' },
  correctionNotSent: { ...about, reference: 'HS-7' },
  pointAssigned: { round: about.round, count: 3 },
  lookAgain: { round: about.round, count: 2 },
  jobDone: { what: 'Høringsnotatet' },
};
const kinds = Object.keys(every) as LetterKind[];
const locales: readonly Locale[] = ['da', 'en'];
const cases = kinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const));

describe('every letter', () => {
  it.each(cases)(
    '%s in %s says whom it is to, where to go, that the link is personal and that one can reply',
    (kind, locale) => {
      const { subject, plain, html } = writeLetter(locale, kind, every[kind], to);
      expect(subject).toMatch(/^\S[^\n\r]{4,110}$/);
      for (const words of [plain, html]) {
        expect(words).toContain('Åse Ørum');
        expect(words).toContain(LINK);
        expect(words).toMatch(locale === 'da' ? /send det ikke videre/ : /do not pass it on/);
        expect(words).toMatch(locale === 'da' ? /svar på denne mail/ : /answer this mail/);
        expect(words).not.toMatch(/[{}]|undefined|null|NaN/);
      }
      expect(html).toContain(`<html lang="${locale === 'da' ? 'da-DK' : 'en-GB'}">`);
      expect(html.match(/https?:/g)).toHaveLength(2); // the link, pressed and to be read: nothing is fetched
    },
  );

  it('gives a deadline with its weekday and date, and a whole day as kl. 24', () => {
    expect(writeLetter('da', 'reminder', every.reminder, to).plain).toContain(
      'Fristen er torsdag den 15.\u00a0oktober 2026 kl.\u00a024.',
    );
  });

  it('says of a late answer that it is', () => {
    expect(writeLetter('da', 'receipt', every.receipt, to).plain).toContain('efter fristen');
    expect(writeLetter('da', 'receipt', { ...every.receipt, isLate: false }, to).plain).not.toContain('efter fristen');
  });

  it('HE-54 says of a corrected answer what it replaces, and of any other nothing', () => {
    const { receipt } = every;
    expect(writeLetter('da', 'receipt', { ...receipt, replaced: 'HS-6' }, to).plain).toContain('i stedet for');
    expect(writeLetter('da', 'receipt', { ...receipt, replaced: 'HS-6' }, to).plain).toContain('HS-6');
    expect(writeLetter('da', 'receipt', receipt, to).plain).not.toContain('i stedet for');
  });

  it('HE-39 says where its PDF is when it is not enclosed, and nothing of that when it is', () => {
    const receipt = (lacksPdf: boolean) => writeLetter('da', 'receipt', every.receipt, { ...to, lacksPdf });
    for (const words of [receipt(true).plain, receipt(true).html]) expect(words).toContain('Du kan hente den på siden');
    expect(receipt(false).plain).not.toContain('hente den');
  });

  it('HE-3 says of short notice why, and of any other nothing', () => {
    const { plain, html } = writeLetter('da', 'roundOpened', every.roundOpened, to);
    for (const words of [plain, html]) expect(words).toContain('Begrundelsen er: Ministeren beder om svar før jul');
    const usual = writeLetter('da', 'roundOpened', { ...every.roundOpened, reason: '' }, to);
    expect(usual.plain).not.toMatch(/kortere|Begrundelsen/);
  });

  it('says whom to call, where somebody has said', () => {
    const contact = 'Maja Holm, 55 88 00 00';
    for (const words of Object.values(writeLetter('da', 'reminder', every.reminder, { ...to, contact })).slice(1))
      expect(words).toContain(`Brug for hjælp? Ring eller skriv til os: ${contact}`);
    expect(writeLetter('da', 'reminder', every.reminder, to).plain).not.toContain('Brug for hjælp');
  });

  it('is never sent half', () => {
    expect(() => writeLetter('da', 'reminder', about, to)).toThrow(RangeError);
  });

  it('holds what somebody called a thing as words, whatever signs are in it', () => {
    const round = '<img src=x onerror=alert(1)> & "x"\r\nBcc: alle@example.invalid';
    const { subject, html } = writeLetter('da', 'answersUsed', { ...about, round }, { ...to, name: '<b>Åse</b>' });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<img|<b>/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot;');
  });

  it('says of a link that was asked for what to do when one did not ask', () => {
    expect(writeLetter('da', 'signIn', {}, to).plain).toContain('ikke selv bedt om');
    expect(writeLetter('da', 'reminder', every.reminder, to).plain).not.toContain('ikke selv bedt om');
  });
});
