import { agreementCalled } from '../hearing/test-hearing';
import { pdfSaying } from '../hearing/test-pdf';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

const QUERY = `query ($agreement: ID!, $document: HeardDocumentInput!) {
  documentCheck(agreement: $agreement, document: $document) { findings { field message start end } } }`;

let app: TestApp;
let caseOfficer: TestBrowser;
let agreement: string;

beforeAll(async () => {
  app = await startTestApp();
  caseOfficer = await app.signIn('sagsbehandler-holbaek');
  agreement = await agreementCalled(caseOfficer, '(i høring)');
});

afterAll(() => app.close());

async function check(document: object, browser = caseOfficer) {
  const given = { title: 'Rapport', text: '', easyRead: '', files: [], ...document };
  const { data, errors } = await browser.gql<{
    documentCheck: { findings: { field: string; message: string; start: number | null }[] };
  }>(QUERY, { agreement, document: given });
  return errors.length > 0 ? errors.map(({ code }) => code) : data.documentCheck.findings;
}

describe('HE-25 a document of its own is looked through before it is heard', () => {
  it('for personal numbers and for what does not fit, by field and line', async () => {
    const text = 'Vi bygger om.\n\nBorgeren 010203-1234 venter.';
    const easyRead = 'Mødet er den 31. april 2027.';
    expect(await check({ text, easyRead })).toEqual([
      { field: 'text', message: 'Linje 2: Her ser ud til at stå et CPR-nummer.', start: 24, end: 35 },
      { field: 'easyRead', message: expect.stringMatching(/^Linje 1: .*31\. april/), start: 13, end: 27 },
    ]);
    expect(await check({ text: 'De fem fokusområder står i kapitel 9.' })).toEqual([]);
  });

  it('also its files, told to whoever sent them in', async () => {
    const body = pdfSaying('Borgeren 010203-1234 venter.');
    const sent = await caseOfficer.fetch('/files/heard?name=rapport.pdf', { method: 'POST', body });
    const { sha256 } = (await sent.json()) as { sha256: string };
    const files = [{ name: 'rapport.pdf', sha256 }];
    const expected = { field: 'files', message: expect.stringContaining('side 1') };
    expect(await check({ files })).toEqual([expect.objectContaining(expected)]);
    expect(await check({ files }, await app.signIn('sekretariat'))).toEqual([]);
  });

  it('is for those who send in documents', async () => {
    expect(await check({ text: 'Ord.' }, await app.signIn('handicapraad-formand-holbaek'))).toEqual(['FORBIDDEN']);
  });
});
