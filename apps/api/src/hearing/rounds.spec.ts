import { completeEasyRead, setDeadlineIn, writeInResponse } from '@enig/data/testing';
import { addDays, canonicalHash, instantOf, localDateAt, localDateOf } from '@enig/kernel';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { agreementCalled, command, onlyRound, responseOf, roundBy, type Told } from './test-hearing';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';
const OUT = '(i høring)';
const HOLBAEK = 'municipality:0316';
const COUNCIL = 'disability-council:0316';
const far = { dueDate: '2090-01-01' };

let app: TestApp;
let secretariat: TestBrowser;
let caseOfficer: TestBrowser;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
  caseOfficer = await app.signIn('sagsbehandler-holbaek');
});

afterEach(() => app.close());

const HEAD = `round { id number minimumDays ownerName isWhole owner { id } version { hash } sections { title }
  document { sha256 title text easyRead files { name sha256 size url } } invited { id } }`;

interface Head {
  readonly id: string;
  readonly document: { readonly sha256: string; readonly files: readonly { url: string; sha256: string }[] } | null;
}

/** The least that is a PDF: one page with nothing on it but what tells it from others. */
const pdf = (what: string): Buffer =>
  Buffer.from(`%PDF-1.4
% ${what}
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`);
const send = (browser: TestBrowser, name: string, body: Buffer): Promise<Response> => {
  const headers = { 'content-type': 'application/octet-stream' };
  return browser.fetch(`/files/heard?name=${name}`, { method: 'POST', headers, body });
};

const open = (browser: TestBrowser, input: Record<string, unknown>): Promise<Told> =>
  command(browser, 'openRound', { ...far, ...input }, HEAD);
const headOf = (told: Told): Head => told['round'] as Head;

async function mayHear(browser: TestBrowser, agreement: string) {
  const { data, errors } = await browser.gql<{
    agreement: { mayHear: { owner: { id: string } | null; mayFreeze: boolean; bodies: { id: string }[] }[] };
  }>(
    `query ($id: ID!) { agreement(id: $id) { mayHear { minimumDays mayFreeze mayHearVersion owner { id } bodies { id kind } } } }`,
    { id: agreement },
  );
  expect(errors).toEqual([]);
  return data.agreement.mayHear;
}

async function versionOf(agreement: string): Promise<{ hash: string; areas: string[] }> {
  const { data } = await secretariat.gql<{
    agreement: { versions: { hash: string; sections: { section: string; kind: string }[] }[] };
  }>(`query ($id: ID!) { agreement(id: $id) { versions { hash sections { section kind } } } }`, { id: agreement });
  const version = data.agreement.versions.at(-1);
  const areas = version?.sections.filter(({ kind }) => kind === 'focusArea').map(({ section }) => section) ?? [];
  return { hash: version?.hash ?? '', areas };
}

describe('HE-23 the secretariat opens a round', () => {
  it('on the texts as they stand, while people write on in them', async () => {
    const agreement = await agreementCalled(secretariat, DRAFT);
    await completeEasyRead(app.owner, agreement);
    const opened = await open(secretariat, { agreement, invited: [COUNCIL] });
    expect(opened).toMatchObject({
      refused: null,
      round: { owner: null, isWhole: true, minimumDays: 28, document: null, invited: [{ id: COUNCIL }] },
    });
    const { data } = await (
      await app.signIn('tovholder-roskilde')
    ).gql<{
      agreement: { state: string; isWritingOpen: boolean; parts: { sections: { text: { mayEdit: boolean } }[] }[] };
    }>(`query ($id: ID!) { agreement(id: $id) { state isWritingOpen parts { sections { text { mayEdit } } } } }`, {
      id: agreement,
    });
    expect([data.agreement.state, data.agreement.isWritingOpen]).toEqual(['hearing', true]);
    expect(data.agreement.parts.flatMap(({ sections }) => sections).some(({ text }) => text.mayEdit)).toBe(true);
  });

  it('on one focus area of the version that is there, beside the round that is out', async () => {
    const agreement = await agreementCalled(secretariat, OUT);
    const { hash, areas } = await versionOf(agreement);
    const opened = await open(secretariat, {
      agreement,
      version: hash,
      sections: areas.slice(0, 1),
      invited: [COUNCIL],
    });
    expect(opened).toMatchObject({ refused: null, round: { number: 2, isWhole: false, version: { hash } } });
    const { sections } = responseOf(await roundBy(secretariat, headOf(opened).id), 'Holbæk') as unknown as {
      sections: { section: string }[];
    };
    expect(sections.map(({ section }) => section)).toEqual(areas.slice(0, 1));
  });

  it('and is told by name which focus area lacks its easy-read version', async () => {
    const agreement = await agreementCalled(secretariat, DRAFT);
    const { refused } = await open(secretariat, { agreement, invited: [COUNCIL] });
    expect(refused).toMatchObject({ code: 'HE-24-WITHOUT-EASY-READ' });
    expect(refused?.message).toContain('Bedre styringsdata');
  });

  it('is asked for one thing at a time, and only of versions of the agreement', async () => {
    const agreement = await agreementCalled(secretariat, OUT);
    const { hash } = await versionOf(agreement);
    const document = { title: 'Rapport', text: 'Om boliger.', easyRead: 'Om at bo.', files: [] };
    await expect(open(secretariat, { agreement, version: hash, document, invited: [COUNCIL] })).rejects.toThrow(
      'BAD_USER_INPUT',
    );
    const other = await agreementCalled(secretariat, '(til godkendelse)');
    await expect(open(secretariat, { agreement: other, version: hash, invited: [COUNCIL] })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('HE-22 and AC-22 a municipality hears its own council', () => {
  it('is offered its own bodies and nobody else’s, and no freeze', async () => {
    const agreement = await agreementCalled(caseOfficer, OUT);
    expect(await mayHear(caseOfficer, agreement)).toMatchObject([
      { owner: { id: HOLBAEK }, minimumDays: 28, mayFreeze: false, mayHearVersion: true, bodies: [{ id: COUNCIL }] },
    ]);
    const [first, ...more] = await mayHear(secretariat, agreement);
    expect([first?.owner, first?.mayFreeze, more.length]).toEqual([null, true, 0]);
    expect(await mayHear(await app.signIn('politiker-roskilde'), agreement)).toEqual([]);
  });

  it('on a report of its own with a file, treats the answer and closes it, and nobody else reads it before', async () => {
    const agreement = await agreementCalled(caseOfficer, OUT);
    const file = pdf('rapport');
    const sent = await send(caseOfficer, 'rapport.pdf', file);
    const { sha256, size } = (await sent.json()) as { sha256: string; size: number };
    expect([sent.status, size]).toEqual([201, file.length]);
    const document = { title: 'Kommunal rapport', text: 'Om boliger.', easyRead: 'Om at bo.' };
    const opened = await open(caseOfficer, {
      ...{ agreement, owner: HOLBAEK, invited: [COUNCIL] },
      document: { ...document, files: [{ name: 'rapport.pdf', sha256 }] },
    });
    expect(opened).toMatchObject({
      refused: null,
      round: { ownerName: 'Holbæk Kommune', owner: { id: HOLBAEK }, version: null, sections: [], document },
    });
    const { id, document: heard } = headOf(opened);
    const files = [{ name: 'rapport.pdf', sha256, size: file.length }];
    expect(heard?.sha256).toBe(canonicalHash({ ...document, files }));

    const chair = await app.signIn('handicapraad-formand-holbaek');
    const back = await chair.fetch(heard?.files[0]?.url ?? '');
    expect(Buffer.from(await back.arrayBuffer())).toEqual(file);
    const mine = responseOf(await roundBy(chair, id), 'Holbæk');
    await writeInResponse(app.source, mine.text?.id ?? '', 'general', 'Tak for rapporten.');
    expect(await command(chair, 'submitResponse', { response: mine.id })).toMatchObject({ refused: null });
    for (const persona of ['sekretariat', 'tovholder-greve', 'handicapraad-formand-greve']) {
      const { responses, points, may } = await roundBy(await app.signIn(persona), id);
      expect([responses[0]?.submission, points]).toEqual([null, []]);
      expect(Object.values(may)).toEqual(Object.values(may).map(() => false));
    }
    await setDeadlineIn(app.owner, id, -1);
    await expect(command(secretariat, 'endHearing', { round: id })).rejects.toThrow('FORBIDDEN');
    expect(await command(caseOfficer, 'endHearing', { round: id })).toMatchObject({ refused: null });
    const [point] = (await roundBy(caseOfficer, id)).points;
    const treatment = { outcome: 'noted', answer: 'Tak.', reason: 'Der er ikke bedt om noget.' };
    await expect(command(secretariat, 'treatPoint', { point: point?.id, ...treatment })).rejects.toThrow('FORBIDDEN');
    expect(await command(caseOfficer, 'treatPoint', { point: point?.id, ...treatment })).toMatchObject({
      refused: null,
    });
    expect(await command(caseOfficer, 'closeRound', { round: id })).toMatchObject({ refused: null });
    expect((await roundBy(secretariat, id)).points).toHaveLength(1);
  });

  it('neither for another party, nor on texts that are not frozen, nor of somebody else’s file', async () => {
    const agreement = await agreementCalled(caseOfficer, OUT);
    const { hash } = await versionOf(agreement);
    const own = { agreement, owner: HOLBAEK, invited: [COUNCIL] };
    await expect(open(caseOfficer, { ...own, owner: 'municipality:0253', version: hash })).rejects.toThrow('FORBIDDEN');
    await expect(open(caseOfficer, { ...own, owner: null, version: hash })).rejects.toThrow('FORBIDDEN');
    await expect(open(secretariat, { ...own, version: hash })).rejects.toThrow('FORBIDDEN');
    await expect(open(caseOfficer, own)).rejects.toThrow('BAD_USER_INPUT');
    const greve = { ...own, version: hash, invited: ['disability-council:0253'] };
    expect((await open(caseOfficer, greve)).refused).toMatchObject({
      code: 'HE-22-NOT-THE-OWNERS-BODY',
      details: ['Handicaprådet i Greve Kommune'],
    });
    const { sha256 } = (await (await send(secretariat, 'a.pdf', pdf('a'))).json()) as { sha256: string };
    const document = { title: 'R', text: 'T', easyRead: 'L', files: [{ name: 'a.pdf', sha256 }] };
    await expect(open(caseOfficer, { ...own, document })).rejects.toThrow('NOT_FOUND');
    const chair = await app.signIn('handicapraad-formand-holbaek');
    expect((await send(chair, 'a.pdf', pdf('b'))).status).toBe(403);
  });
});

describe('HE-26 to HE-28 more time', () => {
  const REQUESTS = 'round { timeRequests { id wanted reason body { id } answer { dueDate reason } } }';
  const wanted = (dueDate: string, days: number) => addDays(localDateOf(dueDate), days);

  it('is asked for by the chair, seen by the council and whoever hears, and answered', async () => {
    const chair = await app.signIn('handicapraad-formand-holbaek');
    const round = await onlyRound(chair, OUT);
    const mine = responseOf(round, 'Holbæk');
    const { data } = await chair.gql<{ response: { may: { askMoreTime: boolean } } }>(
      'query ($id: ID!) { response(id: $id) { may { askMoreTime } } }',
      { id: mine.id },
    );
    expect(data.response.may.askMoreTime).toBe(true);
    const ask = { response: mine.id, wanted: wanted(round.dueDate, 7), reason: 'Rådet mødes den 20.' };
    const asked = await command(chair, 'askMoreTime', ask, REQUESTS);
    expect(asked).toMatchObject({ refused: null, round: { timeRequests: [{ answer: null, wanted: ask.wanted }] } });
    expect((await command(chair, 'askMoreTime', ask)).refused?.code).toBe('HE-27-ASKED-ALREADY');
    const seen = async (browser: TestBrowser) => {
      const { data } = await browser.gql<{ round: { timeRequests: { id: string; body: { id: string } }[] } }>(
        'query ($id: ID!) { round(id: $id) { timeRequests { id body { id } } } }',
        { id: round.id },
      );
      return data.round.timeRequests.filter(({ body }) => body.id === COUNCIL);
    };
    expect(await seen(await app.signIn('handicapraad-formand-greve'))).toEqual([]);
    const [request] = await seen(secretariat);
    const answer = { round: round.id, request: request?.id, reason: 'I får en uge mere.' };
    await expect(command(chair, 'answerMoreTime', answer)).rejects.toThrow('FORBIDDEN');
    const given = await command(secretariat, 'answerMoreTime', { ...answer, dueDate: ask.wanted }, REQUESTS);
    expect(given.refused).toBeNull();
    const answered = { body: { id: COUNCIL }, answer: { dueDate: ask.wanted, reason: answer.reason } };
    expect(given).toMatchObject({
      round: { timeRequests: expect.arrayContaining([expect.objectContaining(answered)]) },
    });
    expect((await onlyRound(chair, OUT)).dueDate).toBe(ask.wanted);
    expect((await command(secretariat, 'answerMoreTime', answer)).refused?.code).toBe('HE-28-ANSWERED-ALREADY');
  });

  it('AC-24 is not asked for by a member, nor by somebody else’s chair', async () => {
    const member = await app.signIn('handicapraad-medlem-1-holbaek');
    const round = await onlyRound(member, OUT);
    const input = { response: responseOf(round, 'Holbæk').id, wanted: wanted(round.dueDate, 7), reason: 'Møde' };
    for (const browser of [member, await app.signIn('handicapraad-formand-naestved')]) {
      await expect(command(browser, 'askMoreTime', input)).rejects.toThrow('FORBIDDEN');
    }
  });
});

describe('HE-29 opening the material is noted', () => {
  it('once for somebody of a body that is asked, and not for others', async () => {
    const chair = await app.signIn('handicapraad-formand-holbaek');
    const { id } = await onlyRound(chair, OUT);
    const visit = (browser: TestBrowser) => browser.gql('mutation ($id: ID!) { visitRound(round: $id) }', { id });
    await visit(chair);
    await visit(chair);
    await visit(secretariat);
    const rows = await app.owner.query<{ body: string }[]>(
      `SELECT v.body FROM round_visit v JOIN person p ON p.id = v.person
       WHERE v.round = $1 AND p.persona IN ('handicapraad-formand-holbaek', 'sekretariat')`,
      [id],
    );
    expect(rows).toEqual([{ body: COUNCIL }]);
  });
});

it('AC-25 the minimum of days is the region’s', async () => {
  const set = (days: number) => ({ region: '1085', days });
  expect(await command(secretariat, 'setHearingDays', set(14))).toMatchObject({ refused: null });
  await expect(command(secretariat, 'setHearingDays', set(0))).rejects.toThrow('BAD_USER_INPUT');
  await expect(command(caseOfficer, 'setHearingDays', set(1))).rejects.toThrow('FORBIDDEN');
  const agreement = await agreementCalled(secretariat, OUT);
  const { hash } = await versionOf(agreement);
  const today = localDateAt(instantOf(new Date()));
  const soon = { agreement, version: hash, invited: [COUNCIL], dueDate: addDays(today, 10) };
  expect((await open(secretariat, soon)).refused?.message).toContain('14');
});

describe('AC-21 other bodies than disability councils', () => {
  it('are set up by the secretariat, get a spokesperson, and are heard', async () => {
    const input = { region: '1085', kind: 'userOrganisation', name: 'Brugernes forening', party: HOLBAEK };
    const added = await command(secretariat, 'addHeardBody', input, 'body { id kind party { id } }');
    expect(added).toMatchObject({ refused: null, body: { kind: 'userOrganisation', party: { id: HOLBAEK } } });
    await expect(command(caseOfficer, 'addHeardBody', input)).rejects.toThrow('FORBIDDEN');
    const body = (added['body'] as { id: string }).id;
    const person = await command(
      secretariat,
      'addPerson',
      { region: '1085', name: 'Talsperson Tove', email: 'tove@example.invalid' },
      'person { id }',
    );
    const seat = { person: (person['person'] as { id: string }).id, body, from: '2026-01-01' };
    await expect(command(secretariat, 'grantSeat', { ...seat, kind: 'councillor' })).rejects.toThrow('BAD_USER_INPUT');
    expect(await command(secretariat, 'grantSeat', { ...seat, kind: 'spokesperson' })).toMatchObject({ refused: null });
    const agreement = await agreementCalled(secretariat, OUT);
    const { hash } = await versionOf(agreement);
    const opened = await open(secretariat, { agreement, version: hash, invited: [body, COUNCIL] });
    expect(opened).toMatchObject({ refused: null, round: { invited: expect.arrayContaining([{ id: body }]) } });
    const [letter] = await app.owner.query<{ to: string }[]>(
      `SELECT person AS "to" FROM letter WHERE kind = 'roundOpened' AND person = $1`,
      [seat.person],
    );
    expect(letter?.to).toBe(seat.person);
  });
});
