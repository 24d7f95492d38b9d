import { Results, type Measurement } from './results';
import { measure, type Plan } from './run';
import type { Scenario } from './scenarios/scenario';
import type { System, SystemName } from './systems';

function scenario(name: string, run: Scenario['run'], asides: readonly SystemName[] = []): Scenario {
  return { name, run, asides, systems: ['relay', 'enig'] };
}

function system(name: SystemName): System {
  const unused = () => {
    throw new Error('Nothing is measured here');
  };
  return { name, keep: unused, start: unused, entrance: unused, foldedUpTo: unused };
}

/** Nothing of the stage is used by the scenarios here. */
async function run(scenarios: readonly Scenario[], options: Plan['options']) {
  const said: string[] = [];
  const kept: number[] = [];
  const stage = { say: (line: string) => said.push(line), rounds: options.rounds } as unknown as Plan['stage'];
  const systems = [system('relay'), system('hocuspocus'), system('enig')];
  const keep = (all: readonly Measurement[]) => kept.push(all.length);
  return { measurements: await measure({ options, scenarios, systems, stage, keep }), said, kept };
}

const order = (measurements: readonly Measurement[]) =>
  measurements.map((each) => [each.round, each.scenario, each.system].join(' '));

describe('a run', () => {
  const fine = async () => ({ p99: 1 });

  it('lets the systems take turns, those nothing is compared with only once', async () => {
    const scenarios = [scenario('one', fine), scenario('two', fine, ['relay'])];
    const { measurements } = await run(scenarios, { only: [], rounds: 2 });
    expect(order(measurements)).toEqual([
      ...['1 one relay', '1 one enig', '1 two relay', '1 two enig'],
      ...['2 one relay', '2 one enig', '2 two enig'],
    ]);
    expect(order((await run(scenarios, { only: ['two'], rounds: 1 })).measurements)).toHaveLength(2);
  });

  it('keeps what it has after each measurement, and goes on when one goes wrong', async () => {
    const breaks: Scenario['run'] = async ({ name }, { round }) => {
      if (name === 'enig' && round === 1) throw new Error('The server has gone');
      return { p99: round };
    };
    const { measurements, kept, said } = await run([scenario('one', breaks)], { only: [], rounds: 2 });
    expect(kept).toEqual([1, 2, 3, 4]);
    const results = new Results(measurements);
    expect(results.failures).toEqual(['round 1, one, enig: The server has gone']);
    expect(said[1]).toContain('FAILED: The server has gone');
    // Two of three good rounds are no median of three.
    expect(results.median('one', 'enig', 'p99')).toBeNaN();
    expect(results.median('one', 'relay', 'p99')).toBe(1.5);
  });

  it('measures once more what went wrong the first time, and says so', async () => {
    let tries = 0;
    const stumbles: Scenario['run'] = async ({ name }) => {
      if (name === 'enig' && (tries += 1) === 1) throw new Error('Closed before the text had come');
      return { p99: 7 };
    };
    const { measurements, said } = await run([scenario('one', stumbles)], { only: [], rounds: 1 });
    const results = new Results(measurements);
    expect([results.failures, results.median('one', 'enig', 'p99')]).toEqual([[], 7]);
    expect(results.secondTries).toEqual(['round 1, one, enig: Closed before the text had come']);
    expect(said[1]).toContain('FAILED at first (Closed before the text had come), then p99 7');
  });

  it('says when others have used the core', async () => {
    const { said } = await run([scenario('one', async ({ name }) => ({ others: name === 'enig' ? 10.5 : 9.5 }))], {
      ...{ only: [], rounds: 1 },
    });
    expect(said.map((line) => line.includes('NOISY'))).toEqual([false, true]);
  });
});
