import { beginAnswer, openPart } from '../acts/hearing';
import { textOf } from '../acts/writing';
import { openMortalBrowser } from '../browser';
import { demoHearing } from '../pages/places';
import { personAt } from '../people';
import { stage } from '../stage';
import { Troupe } from '../troupe';

/* A browser is killed while somebody writes: no more is gone than what was typed just then. */

const PART = 'Bemærkninger i øvrigt';
/** In ms: how long is written, and the most of it that may be gone. */
const WRITES_FOR = 5_000;
const MOST_GONE = 2_000;

const on = stage();
const troupe = new Troupe(on);

afterAll(() => troupe.leave());

describe('the browser is killed in the middle of an answer', () => {
  it('takes with it no more than two seconds of typing', async () => {
    const { url } = on.server;
    const hearing = await demoHearing(url);
    const { browser, kill } = await openMortalBrowser();
    const chair = await personAt(browser, url, { persona: 'handicapraad-formand-holbaek' });
    await beginAnswer(chair, hearing);
    await openPart(chair, PART);
    const field = textOf(chair, PART);
    await field.fill('');
    await field.focus();
    const typedAt: number[] = [];
    const began = Date.now();
    for (let letter = 0; Date.now() - began < WRITES_FOR; letter += 1) {
      await chair.keyboard.type('abcdefgh '[letter % 9] ?? ' ');
      typedAt.push(Date.now());
    }
    const killedAt = Date.now();
    await kill();

    const member = await troupe.person('handicapraad-medlem-1-holbaek');
    await beginAnswer(member, hearing);
    await openPart(member, PART);
    const left = (await textOf(member, PART).inputValue()).length;
    expect(left).toBeGreaterThan(0);
    const firstGone = typedAt[left] ?? killedAt;
    expect(killedAt - firstGone).toBeLessThanOrEqual(MOST_GONE);
  }, 180_000);
});
