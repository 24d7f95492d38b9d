import { instantOf, localDateOf } from '@enig/kernel';
import { writeLetter, type LetterFacts, type LetterKind, type Locale } from './index';

const LINK = 'https://enig.example/log-ind/link/abc';
const to = { name: 'Åse Ørum', link: LINK, contact: null };
const about = { round: 'Rammeaftale 2027–28', body: 'Greve Handicapråd' };
const decides = { agreement: 'Rammeaftale 2027–28', body: 'Greve Byråd' };
const due = instantOf('2026-10-15T22:00:00.000Z');

const inForce = { from: localDateOf('2027-01-01'), to: localDateOf('2028-12-31') };

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
  decisionAsked: { ...decides, due },
  decisionAskedAgain: { ...decides, due },
  caseReady: { agreement: decides.agreement, party: 'Greve Kommune', due },
  decisionReminder: { ...decides, due, waitsFor: 'decision' },
  decisionEscalated: { agreement: decides.agreement, due, count: 2, total: 18, names: 'Greve, Holbæk' },
  decisionToConfirm: { ...decides, by: 'colleague' },
  overrideAsked: { agreement: decides.agreement, step: 'Fagudvalg' },
  decisionReceipt: { ...decides, decision: '1', reference: 'B-7', at: due, number: 12, log: 'a41f' },
  approvalsLapsed: { ...decides, reason: 'Bilag 3 manglede' },
  chainBlocked: decides,
  agreementConcluded: { agreement: decides.agreement, total: 18, ...inForce, replaces: '' },
  agreementInForce: { agreement: decides.agreement, ...inForce, replaces: '»Rammeaftale 2025–26«' },
  agreementEnded: { agreement: decides.agreement, to: inForce.to },
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

  it('AG-7 says of what lapsed why, and of a letter from before that nothing', () => {
    const { approvalsLapsed: lapsed } = every;
    const { plain, html } = writeLetter('da', 'approvalsLapsed', lapsed, to);
    for (const words of [plain, html]) expect(words).toContain('Begrundelsen er: Bilag 3 manglede');
    expect(writeLetter('da', 'approvalsLapsed', decides, to).plain).not.toContain('Begrundelsen');
  });

  it('AP-22 says to who approved an earlier text that they did, and that it can be done again in one step', () => {
    const { plain } = writeLetter('da', 'decisionAskedAgain', every.decisionAskedAgain, to);
    expect(plain).toContain('Greve Byråd har godkendt en tidligere tekst');
    expect(plain).toContain('i ét trin');
  });

  it('CA-1 says of the case that it can be made, not that it is', () => {
    const { plain } = writeLetter('da', 'caseReady', every.caseReady, to);
    expect(plain).toContain('Nu kan I lave sagsfremstillingen for Greve Kommune: Enig udfylder den');
    expect(plain).not.toContain('har udfyldt');
  });

  it('says whom to call, where somebody has said', () => {
    const contact = 'Maja Holm, 55 88 00 00';
    for (const words of Object.values(writeLetter('da', 'reminder', every.reminder, { ...to, contact })).slice(1))
      expect(words).toContain(`Brug for hjælp? Ring eller skriv til os: ${contact}`);
    expect(writeLetter('da', 'reminder', every.reminder, to).plain).not.toContain('Brug for hjælp');
  });

  it('AP-33 says to a party that is missing what to do, by what is waited for', () => {
    const { decisionReminder } = every;
    const words = (waitsFor: 'decision' | 'confirmation') =>
      writeLetter('da', 'decisionReminder', { ...decisionReminder, waitsFor }, to).plain;
    expect(words('decision')).toContain('Har I besluttet, så registrér det');
    expect(words('decision')).not.toContain('skrevet ind');
    expect(words('confirmation')).toContain('Den gælder først, når en af jer bekræfter den');
    expect(words('confirmation')).not.toContain('dagsordenen');
  });

  it('AP-5, AP-18 says to who is asked to confirm who recorded it', () => {
    const words = (by: 'secretariat' | 'colleague') =>
      writeLetter('da', 'decisionToConfirm', { ...decides, by }, to).plain;
    expect(words('secretariat')).toContain('Sekretariatet har indskrevet');
    expect(words('colleague')).toContain('En kollega har registreret');
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

  it('AG-40 says from when an agreement holds and what it replaces, where it ever holds and replaces anything', () => {
    const { agreementConcluded: concluded, agreementInForce } = every;
    const said = (facts: object) => writeLetter('da', 'agreementConcluded', { ...concluded, ...facts }, to).plain;
    expect(said({})).toMatch(/Den gælder fra 1\.\s?januar 2027 til og med 31\.\s?december 2028\./u);
    expect(said({ from: '2029-01-01' })).not.toContain('Den gælder fra');
    expect(said({})).not.toContain('afløser');
    expect(said({ replaces: '»Den gamle«' })).toContain('Den afløser »Den gamle«');
    expect(writeLetter('da', 'agreementInForce', agreementInForce, to).plain).toContain(
      'afløser »Rammeaftale 2025–26«',
    );
  });
});
