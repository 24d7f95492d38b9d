import { everyCommand, everythingThereIs } from './hearing/test-everything';
import { onlyRound, responseOf } from './hearing/test-hearing';
import { startTestApp, type TestApp } from './test-app';

/** A councillor, and people of councils that the response the commands are about is not of. */
const STRANGERS = ['politiker-roskilde', 'handicapraad-formand-holbaek', 'handicapraad-medlem-1-greve'];
/**
 * What one may say of oneself, noted for those who are asked and for nobody else; one's own calendar; and the whole case,
 * of which everybody who may read the agreement gets what others may read (LO-7).
 */
const OPEN = ['askBundle', 'renewCalendar', 'stopCalendar', 'visitRound'];
const DENIED = ['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT'];

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
}, 240_000);

afterAll(() => app.close());

const rowsOf = async (): Promise<unknown> =>
  app.owner.query(
    `SELECT (SELECT count(*) FROM act) AS acts, (SELECT count(*) FROM letter) AS letters, (SELECT count(*) FROM job WHERE kind <> 'bundle') AS jobs,
            (SELECT count(*) FROM round_visit) AS visits, (SELECT count(*) FROM annex) AS annexes`,
  );

describe('AC-1 what no rule allows is forbidden: every command there is, by those who may do none of them', () => {
  it.each(STRANGERS)(
    '%s',
    async (persona) => {
      const chair = await app.signIn('handicapraad-formand-naestved');
      const { id } = responseOf(await onlyRound(chair, '(i høring)'), 'Næstved');
      const known = await everythingThereIs(app, id);
      const stranger = await app.signIn(persona);
      const before = await rowsOf();
      const got = await everyCommand(stranger, known);
      const allowed = got.filter(({ bytes }) => !DENIED.includes(/"code":"([A-Z_]+)"/.exec(bytes)?.[1] ?? ''));
      expect(allowed.map(({ asked }) => /\{ (\w+)/.exec(asked)?.[1])).toEqual(OPEN);
      expect(got.length).toBeGreaterThan(50);
      // One of them may be of a council that is asked, which then has opened what it was sent.
      if (persona.startsWith('politiker')) expect(await rowsOf()).toEqual(before);
    },
    120_000,
  );
});
