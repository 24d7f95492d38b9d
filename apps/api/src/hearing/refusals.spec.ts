import { addDays, instantOf, localDateAt, localDateOf } from '@enig/kernel';
import { completeEasyRead, writeInResponse } from '@enig/data/testing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { agreementCalled, command, onlyRound, responseOf, roundBy } from './test-hearing';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';
const OUT = '(i høring)';
const TREATED = '(svar behandles)';
const answer = { outcome: 'accommodated', answer: 'Det skrives ind.', reason: 'Rådet har ret.' };
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let secretariat: TestBrowser;

beforeEach(async () => {
  app = await startTestApp();
  secretariat = await app.signIn('sekretariat');
});

afterEach(() => app.close());

describe('what a rule refuses is said with its code and a sentence, and nothing is written', () => {
  it('of a round that is out', async () => {
    const round = await onlyRound(secretariat, OUT);
    const chair = await app.signIn('handicapraad-formand-naestved');
    const { id } = responseOf(await onlyRound(chair, OUT), 'Næstved');
    const later = addDays(localDateOf(round.dueDate), 7);
    const codes = [
      await command(chair, 'submitResponse', { response: id }),
      await command(chair, 'withdrawResponse', { response: id }),
      await command(secretariat, 'endHearing', { round: round.id }),
      await command(secretariat, 'closeRound', { round: round.id }),
      await command(secretariat, 'extendRound', { round: round.id, dueDate: round.dueDate, reason: 'Ferie' }),
      await command(secretariat, 'extendRound', { round: round.id, dueDate: later, reason: ' ' }),
      await command(secretariat, 'freezeForDecision', { agreement: await agreementCalled(secretariat, OUT) }),
    ];
    expect(codes.map(({ refused }) => refused?.code)).toEqual([
      'HE-9-RESPONSE-EMPTY',
      'HE-11-NOTHING-SUBMITTED',
      'HE-12-STILL-COLLECTING',
      'HE-6-NOT-IN-THIS-STATE',
      'HE-4-NOT-LATER',
      'HE-5-EXTENSION-NEEDS-REASON',
      'AG-1-NOT-IN-THIS-STATE',
    ]);
    expect(codes[2]?.refused?.message).toContain('Handicaprådet i Holbæk Kommune og Handicaprådet i Næstved Kommune');
    expect(codes[2]?.refused?.details).toEqual(['Handicaprådet i Holbæk Kommune', 'Handicaprådet i Næstved Kommune']);
    expect(await onlyRound(secretariat, OUT)).toEqual(round);
  });

  it('of a round whose points are answered', async () => {
    const round = await onlyRound(secretariat, TREATED);
    expect(round.openPointCount).toBeGreaterThan(0);
    const agreement = await agreementCalled(secretariat, TREATED);
    const [point] = round.points;
    const codes = [
      await command(secretariat, 'closeRound', { round: round.id }),
      await command(secretariat, 'treatPoint', { ...answer, point: point?.id, answer: '' }),
      await command(secretariat, 'treatPoint', { ...answer, point: point?.id, reason: ' ' }),
      await command(secretariat, 'freezeForDecision', { agreement }),
      await command(secretariat, 'extendRound', { round: round.id, dueDate: '2090-01-01', reason: 'Ferie' }),
    ];
    expect(codes.map(({ refused }) => refused?.code)).toEqual([
      'HE-13-POINTS-OPEN',
      'HE-16-ANSWER-REQUIRED',
      'HE-16-REASON-REQUIRED',
      'AG-5-ROUND-NOT-CLOSED',
      'HE-6-NOT-IN-THIS-STATE',
    ]);
    for (const { id } of round.points) await command(secretariat, 'treatPoint', { ...answer, point: id });
    expect(await command(secretariat, 'closeRound', { round: round.id })).toMatchObject({ refused: null });
    expect((await command(secretariat, 'treatPoint', { ...answer, point: point?.id })).refused?.code).toBe(
      'HE-17-NOT-BEING-TREATED',
    );
    const chair = await app.signIn('handicapraad-formand-greve');
    const { id } = responseOf(round, 'Greve');
    expect((await command(chair, 'withdrawResponse', { response: id })).refused?.code).toBe('HE-10-TOO-LATE-TO-CHANGE');
  });

  it('of a draft that is to be sent out', async () => {
    const agreement = await agreementCalled(secretariat, DRAFT);
    const far = { dueDate: '2090-01-01', councils: ['disability-council:0253'] };
    const hard = await command(secretariat, 'freezeForHearing', { agreement, ...far });
    expect(hard.refused).toMatchObject({
      code: 'HE-24-WITHOUT-EASY-READ',
      details: ['Bedre styringsdata og ledelsesinformation'],
    });
    await completeEasyRead(app.owner, agreement);
    const codes = [
      await command(secretariat, 'freezeForHearing', { agreement, ...far, councils: [] }),
      await command(secretariat, 'freezeForHearing', { agreement, ...far, dueDate: '2020-01-01' }),
      await command(secretariat, 'freezeForHearing', { agreement, ...far, dueDate: inDays(3) }),
      await command(secretariat, 'freezeForHearing', {
        agreement: await agreementCalled(secretariat, '2023–24'),
        ...far,
      }),
    ];
    expect(codes.map(({ refused }) => refused?.code)).toEqual([
      'HE-1-NO-ONE-INVITED',
      'HE-2-DUE-NOT-IN-THE-FUTURE',
      'HE-3-SHORT-NOTICE-NEEDS-REASON',
      'AG-2-NO-SECTIONS',
    ]);
    const short = { agreement, ...far, dueDate: inDays(3), shortReason: 'Ministeren har fremrykket fristen.' };
    expect(await command(secretariat, 'freezeForHearing', short, 'round { shortReason }')).toMatchObject({
      ...{ refused: null, round: { shortReason: 'Ministeren har fremrykket fristen.' } },
    });
  });
});

describe('what cannot be done at all', () => {
  it('with bad input: a plain sentence, BAD_USER_INPUT', async () => {
    const { id: round } = await onlyRound(secretariat, OUT);
    const agreement = await agreementCalled(secretariat, DRAFT);
    const tooLong = 'x'.repeat(200_000);
    await expect(
      command(secretariat, 'extendRound', { round, dueDate: '2027-02-30', reason: 'Ferie' }),
    ).rejects.toThrow('BAD_USER_INPUT');
    await expect(
      command(secretariat, 'extendRound', { round, dueDate: '2090-01-01', reason: tooLong }),
    ).rejects.toThrow('BAD_USER_INPUT');
    for (const council of ['municipal-council:0253', 'disability-council:0101', 'nobody']) {
      const input = { agreement, councils: [council], dueDate: '2090-01-01' };
      await expect(command(secretariat, 'freezeForHearing', input)).rejects.toThrow('BAD_USER_INPUT');
    }
  });

  it('to what is not there: NOT_FOUND', async () => {
    for (const id of [NOWHERE, 'not an id']) {
      await expect(command(secretariat, 'endHearing', { round: id })).rejects.toThrow('NOT_FOUND');
      await expect(command(secretariat, 'submitResponse', { response: id })).rejects.toThrow('NOT_FOUND');
      await expect(command(secretariat, 'treatPoint', { ...answer, point: id })).rejects.toThrow('NOT_FOUND');
      await expect(roundBy(secretariat, id)).rejects.toThrow('NOT_FOUND');
    }
  });

  it('by who has no right: FORBIDDEN; by nobody: UNAUTHENTICATED', async () => {
    const round = await onlyRound(secretariat, OUT);
    const { id: response } = responseOf(round, 'Greve');
    const { id: naestved } = responseOf(round, 'Næstved');
    const treated = await onlyRound(secretariat, TREATED);
    const general = treated.points.find(({ place }) => place === 'general')?.id;
    const later = { round: round.id, dueDate: '2090-01-01', reason: 'Ferie' };
    const forbidden: [string, string, Record<string, unknown>][] = [
      ['handicapraad-medlem-1-greve', 'withdrawResponse', { response }],
      ['handicapraad-formand-greve', 'submitResponse', { response: naestved }],
      ['sekretariat', 'submitResponse', { response: naestved }],
      ['sekretariat', 'withdrawResponse', { response }],
      ['raadssekretaer-naestved', 'submitResponse', { response: naestved }],
      ['handicapraad-formand-greve', 'extendRound', later],
      ['tovholder-greve', 'endHearing', { round: round.id }],
      ['raadssekretaer-greve', 'closeRound', { round: round.id }],
      ['tovholder-greve', 'treatPoint', { ...answer, point: general }],
      ['handicapraad-formand-greve', 'treatPoint', { ...answer, point: general }],
      [
        'tovholder-greve',
        'freezeForHearing',
        { agreement: await agreementCalled(secretariat, DRAFT), councils: [], dueDate: '2090-01-01' },
      ],
    ];
    for (const [persona, name, input] of forbidden) {
      const browser = await app.signIn(persona);
      await expect(command(browser, name, input)).rejects.toThrow('FORBIDDEN');
    }
    await expect(command(app.anybody, 'endHearing', { round: round.id })).rejects.toThrow('UNAUTHENTICATED');
    expect(await onlyRound(secretariat, OUT)).toEqual(round);
  });

  it('but a tovholder answers the points about its own focus area, and no others', async () => {
    const round = await onlyRound(secretariat, TREATED);
    const coordinator = await app.signIn('tovholder-holbaek');
    const points = (await roundBy(coordinator, round.id)).points;
    const own = points.find(({ mayTreat }) => mayTreat);
    expect(points.some(({ mayTreat }) => !mayTreat)).toBe(true);
    expect(
      await command(
        coordinator,
        'treatPoint',
        { ...answer, point: own?.id },
        'point { treatment { outcome capacity } history { outcome } }',
      ),
    ).toMatchObject({
      ...{ refused: null, point: { treatment: { outcome: 'accommodated', capacity: 'tovholder' } } },
    });
  });
});

function inDays(days: number): string {
  return addDays(localDateAt(instantOf(new Date())), days);
}

describe('what somebody else did meanwhile', () => {
  it('HE-19 an answer to a point is not replaced by who has not seen it', async () => {
    const point = (await onlyRound(secretariat, TREATED)).points.find(({ treatment }) => treatment === null)?.id;
    const treat = (seen: object) =>
      command(secretariat, 'treatPoint', { ...answer, point, ...seen }, 'point { treatment { id } }');
    const first = await treat({ seen: null });
    expect(first.refused).toBeNull();
    expect((await treat({ seen: null })).refused?.code).toBe('HE-19-ANSWERED-ALREADY');
    const { treatment } = first['point'] as { treatment: { id: string } };
    expect((await treat({ seen: treatment.id })).refused).toBeNull();
    expect((await treat({ seen: treatment.id })).refused?.code).toBe('HE-19-ANSWERED-ALREADY');
    expect((await treat({})).refused).toBeNull();
  });

  it('HE-20 a response that has changed since it was checked is not sent', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const { id, text } = responseOf(await onlyRound(chair, OUT), 'Næstved');
    await writeInResponse(app.source, text?.id ?? '', 'general', 'Tak for et godt udkast.');
    const send = (seq: number) => command(chair, 'submitResponse', { response: id, seq });
    expect((await send(1)).refused?.code).toBe('HE-20-CHANGED-SINCE-CHECKED');
    expect((await send(2)).refused).toBeNull();
  });

  it('AG-24 the agreement is given up: nothing is offered, asked for or taken any more', async () => {
    const chair = await app.signIn('handicapraad-formand-naestved');
    const { id, text } = responseOf(await onlyRound(chair, OUT), 'Næstved');
    await writeInResponse(app.source, text?.id ?? '', 'general', 'Tak for et godt udkast.');
    const agreement = await agreementCalled(secretariat, OUT);
    await command(secretariat, 'abandonAgreement', { agreement, reason: 'Ny lov' });
    const round = await onlyRound(secretariat, OUT);
    expect(round.may).toEqual({ extend: false, end: false, close: false, treat: false });
    const { may, text: after } = responseOf(await onlyRound(chair, OUT), 'Næstved');
    expect([may, after?.mayEdit]).toEqual([
      { write: false, submit: false, correct: false, keepSent: false, withdraw: false },
      false,
    ]);
    expect((await command(chair, 'submitResponse', { response: id })).refused?.code).toBe('AG-24-ABANDONED');
    expect((await command(secretariat, 'endHearing', { round: round.id })).refused?.code).toBe('AG-24-ABANDONED');
    for (const browser of [chair, secretariat]) {
      const { data } = await browser.gql<{ tasks: { agreement: string }[] }>('{ tasks { agreement } }');
      expect(data.tasks.filter((task) => task.agreement === agreement)).toEqual([]);
    }
  });
});
