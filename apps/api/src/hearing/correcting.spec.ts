import { setDeadlineIn, writeInResponse } from '@enig/data/testing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';
import { command, onlyRound, responseOf, type SeenResponse } from './test-hearing';

const OUT = '(i høring)';
const CANARY = 'Kanariefuglen er rettet';

let app: TestApp;
let chair: TestBrowser;
let sent: SeenResponse;

beforeEach(async () => {
  app = await startTestApp();
  chair = await app.signIn('handicapraad-formand-greve');
  sent = await mine();
});

afterEach(() => app.close());

const mine = async (browser = chair): Promise<SeenResponse> => responseOf(await onlyRound(browser, OUT), 'Greve');

const write = (words: string): Promise<unknown> => writeInResponse(app.source, sent.text?.id ?? '', 'general', words);

describe('HE-54 a council corrects what it has sent', () => {
  it('writes on while what it sent stands, and nobody else can tell', async () => {
    const others = await Promise.all(
      ['sekretariat', 'tovholder-greve', 'handicapraad-formand-holbaek', 'politiker-roskilde'].map(app.signIn),
    );
    const seen = () => Promise.all(others.map(async (browser) => JSON.stringify(await onlyRound(browser, OUT))));
    const acts = async () => JSON.stringify(await app.owner.query('SELECT * FROM act'));
    const [before, known] = [await seen(), await acts()];
    expect(sent.may).toMatchObject({ write: false, submit: false, correct: true, keepSent: false });

    expect(await command(chair, 'correctResponse', { response: sent.id })).toMatchObject({ refused: null });
    await write(CANARY);
    const corrected = await mine();
    expect(corrected).toMatchObject({ state: 'submitted', text: { mayEdit: true }, submission: sent.submission });
    expect(corrected.may).toMatchObject({ write: true, submit: true, correct: false, keepSent: true, withdraw: true });
    expect(JSON.stringify(corrected.text?.content)).toContain(CANARY);
    expect([await seen(), await acts()]).toEqual([before, known]);
    expect(app.logged.join('\n')).not.toContain(CANARY);
  });

  it('is asked to finish it, and told that what it sent stands meanwhile', async () => {
    await command(chair, 'correctResponse', { response: sent.id });
    const { data } = await chair.gql<{ tasks: { kind: string; detail: string }[] }>('{ tasks { kind detail } }');
    expect(data.tasks.filter(({ kind }) => kind === 'submitResponse').map(({ detail }) => detail)).toContainEqual(
      expect.stringMatching(/Greve.*gælder imens/),
    );
  });

  it('sends it in place of what stood: whoever hears reads the new, and both are kept', async () => {
    await command(chair, 'correctResponse', { response: sent.id });
    await write(CANARY);
    expect(await command(chair, 'submitResponse', { response: sent.id })).toMatchObject({ refused: null });
    const secretariat = await app.signIn('sekretariat');
    const { submission, history } = await mine(secretariat);
    expect(submission?.replaces).toBe(sent.submission?.reference);
    expect(JSON.stringify(submission?.content)).toContain(CANARY);
    expect(history.map(({ reference }) => reference)).toEqual([sent.submission?.reference, submission?.reference]);
    expect((await mine()).may).toMatchObject({ write: false, correct: true, keepSent: false });
  });

  it('keeps what it sent: the text is closed again, and nothing new is sent', async () => {
    await command(chair, 'correctResponse', { response: sent.id });
    await write(CANARY);
    expect(await command(chair, 'keepSentResponse', { response: sent.id })).toMatchObject({ refused: null });
    expect(await mine()).toMatchObject({ text: { mayEdit: false }, history: sent.history, may: { correct: true } });
    expect(await command(chair, 'submitResponse', { response: sent.id })).toMatchObject({
      refused: { code: 'HE-54-NOT-BEING-CORRECTED' },
    });
  });

  it('ended by whoever hears: its council reads what was not sent, and why, and nobody else can tell', async () => {
    const { id } = await onlyRound(chair, OUT);
    await command(chair, 'correctResponse', { response: sent.id });
    await write(CANARY);
    await setDeadlineIn(app.owner, id, -1);
    const secretariat = await app.signIn('sekretariat');
    expect(await command(secretariat, 'endHearing', { round: id })).toMatchObject({ refused: null });
    const ended = await mine();
    expect(ended).toMatchObject({ hasUnsent: true, text: { mayEdit: false }, submission: sent.submission });
    expect(ended.text?.closedBecause).toMatch(/det rettede blev ikke sendt/);
    expect(JSON.stringify(ended.text?.content)).toContain(CANARY);
    for (const persona of ['sekretariat', 'handicapraad-formand-holbaek']) {
      const theirs = await mine(await app.signIn(persona));
      expect([theirs.hasUnsent, theirs.text]).toEqual([false, null]);
    }
  });

  it('once begun is sent also after the deadline, and then begun no more', async () => {
    const { id } = await onlyRound(chair, OUT);
    await command(chair, 'correctResponse', { response: sent.id });
    await write(CANARY);
    await setDeadlineIn(app.owner, id, -1);
    expect((await mine()).may).toMatchObject({ submit: true, keepSent: true, withdraw: false });
    await command(chair, 'submitResponse', { response: sent.id });
    const late = await mine();
    expect([late.submission?.late, late.history[0]?.late, late.may.correct]).toEqual([true, false, false]);
    expect((await command(chair, 'correctResponse', { response: sent.id })).refused).toMatchObject({
      code: 'HE-10-TOO-LATE-TO-CHANGE',
    });
  });

  it('by those who send its answer, and by nobody else', async () => {
    for (const persona of ['handicapraad-medlem-1-greve', 'handicapraad-formand-holbaek', 'sekretariat']) {
      const browser = await app.signIn(persona);
      for (const act of ['correctResponse', 'keepSentResponse'])
        await expect(command(browser, act, { response: sent.id })).rejects.toThrow('FORBIDDEN');
    }
    expect((await mine()).text?.mayEdit).toBe(false);
  });
});
