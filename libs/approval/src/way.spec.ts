import { brandId, localDateOf, type BodyId, type DecisionId } from '@enig/kernel';
import fc from 'fast-check';
import { openBefore, type Chain } from './chain';
import { decide } from './decide';
import { decidingStepOf, stepsFor, type WayStep } from './steps';
import { chainOf, partyOf, recorder, today, version } from './test-chains';
import { bodyOf, chainWithWay, committee, council, finance, ownParty, wayStep } from './test-ways';
import { checkName, checkWay, MAX_WAY_STEPS } from './way';

const own = chainWithWay(2, []).bodies;
const wayOf = (...steps: WayStep[]) => ({ party: ownParty, steps });

describe("AP-28 a party's own way", () => {
  it('takes committees in order and in parallel, and none at all', () => {
    for (const way of [
      wayOf(),
      wayOf(wayStep(committee), wayStep(finance)),
      wayOf(wayStep(committee), wayStep(finance, [committee])),
    ]) {
      expect(checkWay(way, own)).toEqual({ ok: true, value: way });
    }
  });

  it.each<[string, WayStep[], object]>([
    [
      "another party's body",
      [wayStep(bodyOf('committee', partyOf(1)))],
      { code: 'AP-28-NOT-OWN-BODY', body: bodyOf('committee', partyOf(1)) },
    ],
    ['the council itself', [wayStep(council)], { code: 'AP-28-WAY-DECIDES', body: council }],
    ['a body twice', [wayStep(committee), wayStep(committee)], { code: 'AP-28-BODY-TWICE', body: committee }],
    [
      'one that is called like a step of a template',
      [{ ...wayStep(committee), key: 'council' }],
      { code: 'AP-28-UNKNOWN-STEP', step: committee },
    ],
    ['one that comes after nobody', [wayStep(committee, [finance])], { code: 'AP-28-UNKNOWN-STEP', step: committee }],
    [
      'two that wait for each other',
      [wayStep(committee, [finance]), wayStep(finance, [committee])],
      { code: 'AP-28-CIRCLE', step: committee },
    ],
  ])('AP-28 refuses %s', (_, steps, error) => {
    expect(checkWay(wayOf(...steps), own)).toEqual({ ok: false, error });
  });

  it('AP-28 refuses more steps than any council has, and a second committee of the same name', () => {
    const many = Array.from({ length: MAX_WAY_STEPS + 1 }, (_, index) => wayStep(bodyOf(`c${index}`, ownParty)));
    expect(checkWay(wayOf(...many), own)).toMatchObject({ error: { code: 'AP-28-TOO-MANY-STEPS' } });
    expect(checkName('Socialudvalget', [{ name: 'socialudvalget' }])).toMatchObject({
      error: { code: 'AP-28-NAME-TAKEN' },
    });
    expect(checkName('Socialudvalget', [])).toEqual({ ok: true, value: 'Socialudvalget' });
  });

  it('AP-28 finds a circle if and only if the steps cannot be put in an order', () => {
    const bodies = ['a', 'b', 'c', 'd', 'e'].map((name) => brandId<BodyId>(`committee:${name}`));
    const places = bodies.map((body) => ({ body, kind: 'committee' as const, party: ownParty }));
    const edges = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), { selector: ([from, to]) => `${from}-${to}` });
    fc.assert(
      fc.property(edges, (drawn) => {
        const steps = bodies.map((body, index) =>
          wayStep(
            body,
            drawn.filter(([, to]) => to === index).map(([from]) => bodies[from] ?? body),
          ),
        );
        expect(checkWay(wayOf(...steps), places).ok).toBe(canBePutInOrder(steps));
      }),
    );
  });

  it('stands in place of what the template says, and the council waits for what is mandatory in it', () => {
    const chain = chainWithWay(2, [wayStep(committee), wayStep(finance, [committee], false)]);
    expect(stepsFor(chain, ownParty).map(({ key, after }) => [key, after])).toEqual([
      [committee, ['contactCouncil']],
      [finance, [committee]],
      ['council', ['contactCouncil', committee, finance]],
    ]);
    expect(openBefore(chain, decidingStepOf(chain, ownParty))).toEqual([committee]);
    expect(openBefore(chain, decidingStepOf(chain, partyOf(1)))).toEqual([]);
  });

  it('parallel committees each record for themselves', () => {
    const chain = chainWithWay(2, [wayStep(committee), wayStep(finance)]);
    const after = [committee, finance].reduce((now, body) => recommendedBy(now, body), chain);
    expect(after.decisions.map(({ step }) => step)).toEqual([committee, finance]);
    expect(openBefore(after, decidingStepOf(after, ownParty))).toEqual([]);
    expect(chainOf(2).ways).toEqual([]);
  });
});

function recommendedBy(chain: Chain, body: BodyId): Chain {
  const decided = decide(
    chain,
    {
      ...{ id: brandId<DecisionId>(`d ${body}`), party: ownParty, body, step: null, outcome: 'recommended' as const },
      ...{ version, meetingDate: today, item: '3', wording: '', reason: '', nextMeeting: null, minority: '' },
      ...{ minutesLink: null, minutesFile: null, minutesName: null, reaffirms: null, person: recorder },
      ...{ supersedes: null, by: { kind: 'ownPeople', party: ownParty } as const },
    },
    localDateOf('2026-10-15'),
  );
  if (!decided.ok) throw new Error(decided.error.code);
  return { ...chain, decisions: [...chain.decisions, decided.value] };
}

/** Takes away what waits for nobody until nothing is left, or nothing can be taken. */
function canBePutInOrder(steps: readonly WayStep[]): boolean {
  const free = steps.filter(({ after }) => after.every((key) => steps.every((each) => each.key !== key)));
  if (free.length === 0) return steps.length === 0;
  return canBePutInOrder(steps.filter((step) => !free.includes(step)));
}
