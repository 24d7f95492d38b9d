import { brandId, type PersonId } from '@enig/kernel';
import { emptyJson, seedUpdate } from '@enig/text';
import * as Y from 'yjs';
import { Gate, type Judgement } from './gate';
import { chanceFrom } from './test-chance';
import { dearUpdates } from './test-dear';
import { hostileUpdates } from './test-hostile';

const anna = brandId<PersonId>('anna');

/** What the gate says of each, and how much processor time in ms it and Yjs took for the dearest that only adds a few letters. */
function taken(letters: number, mayWrite = true): { answers: string[]; dearest: number } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(emptyJson('focus-area'), 1));
  const gate = new Gate('focus-area');
  const [paragraph, ...others] = dearUpdates(1_000, letters, chanceFrom(1));
  if (!paragraph) throw new Error('There is a paragraph');
  const said: Judgement[] = [];
  const times = [paragraph, ...others].map((update, index) => {
    const before = process.cpuUsage();
    const isIn = index === 0 || mayWrite;
    const judged = gate.judge(update, { doc, waiting: new Map(), owners: new Map(), mayWrite: isIn }, anna);
    said.push(judged);
    if (judged.kind === 'new') Y.applyUpdate(doc, judged.update);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  const answers = said.map((judged) => (judged.kind === 'refused' ? judged.code : judged.kind));
  return { answers, dearest: Math.max(...times.slice(1, 4)) };
}

function judgedAlone(update: Uint8Array): string {
  const known = { doc: new Y.Doc(), waiting: new Map(), owners: new Map() };
  return new Gate('focus-area').judge(update, known, anna).kind;
}

describe('CO-21 a well-formed update that costs more than its length says', () => {
  it('is taken while it can be afforded', () => {
    const { answers } = taken(100);
    expect(new Set(answers.slice(0, 5))).toEqual(new Set(['new']));
    expect(answers.slice(5)).toContain('nothing'); // a deletion that has been taken
  });

  it('and refused when it cannot', () => {
    const { answers, dearest } = taken(15_000);
    expect(answers.slice(0, 5)).toEqual(['new', 'CO-21-UNSOUND', 'new', 'CO-21-UNSOUND', 'new']);
    expect(dearest).toBeLessThan(400); // ms of CPU: generous, measured 1 to 8; without the limit it is 1,000 and more
  });

  it('costs next to nothing where it comes from somebody who may not write', () => {
    const { answers, dearest } = taken(15_000, false);
    expect(new Set(answers.slice(1))).toEqual(new Set(['CO-6-NO-RIGHT']));
    expect(dearest).toBeLessThan(400); // measured under 4
  });

  it('is among what hostile clients send', () => {
    const honest = [seedUpdate(emptyJson('focus-area'), 1)];
    const hostile = hostileUpdates(honest, 3); // all honest ones are shorter
    const sent = Array.from({ length: 1_000 }, () => hostile.next().value ?? new Uint8Array());
    expect(sent.some((update) => update.length > 500 && judgedAlone(update) === 'new')).toBe(true);
  });
});
