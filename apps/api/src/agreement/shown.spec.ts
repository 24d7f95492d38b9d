import { eventually } from '../collab/test-eventually';
import { agreementStage, dates } from './test-agreement';

const on = agreementStage();

describe('an agreement', () => {
  it('is shown whole to those who write it, at every point of its way', async () => {
    const { data } = await on.secretary.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
    expect(data.agreements).toHaveLength(6);
    for (const { id } of data.agreements) {
      const whole = await on.secretary.gql(WHOLE, { id });
      expect(whole.errors).toEqual([]);
      expect(whole.data).toMatchObject({ agreement: { id } });
    }
  });

  it.each([
    'tovholder-holbaek',
    'tovholder-region',
    'sagsbehandler-holbaek',
    'raadssekretaer-greve',
    'handicapraad-formand-greve',
    'politiker-naestved',
  ])('and to %s, who may read it, with everything a page asks for', async (persona) => {
    const browser = await on.app.signIn(persona);
    const { data } = await browser.gql<{ agreements: { id: string }[] }>('{ agreements { id } }');
    expect(data.agreements).toHaveLength(6);
    for (const { id } of data.agreements) {
      const whole = await browser.gql(WHOLE, { id });
      expect(whole.errors).toEqual([]);
    }
    expect(
      (await browser.gql('{ texts { id kind title mayEdit } tasks { id title detail due link } }')).errors,
    ).toEqual([]);
  });
});

describe('tasks', () => {
  it('are what one is asked to do, with one link to do it', async () => {
    const coordinator = await on.app.signIn('tovholder-holbaek');
    const { data, errors } = await coordinator.gql<{
      tasks: { kind: string; link: string; title: string; due: string }[];
    }>('{ tasks { id kind title detail due link agreement } }');
    expect(errors).toEqual([]);
    expect(data.tasks.map(({ kind }) => kind)).toContain('writeSection');
    expect(data.tasks[0]?.link).toMatch(/^\/aftaler\/[-0-9a-f]{36}\/afsnit\/[-0-9a-f]{36}$/);
    expect(data.tasks.map(({ due }) => due)).toEqual(data.tasks.map(({ due }) => due).toSorted());
    const member = await on.app.signIn('politiker-roskilde');
    expect((await member.gql('{ tasks { id } }')).data).toEqual({ tasks: [] });
  });
});

describe('subscriptions', () => {
  it('tell of a change, and of nothing once the right is gone', async () => {
    const id = await on.hand.find('drafting', '2023');
    const other = await on.app.signIn('sekretariat-2');
    const watching = other.subscribe<{ agreementChanged: { title: string } }>(
      'subscription ($id: ID!) { agreementChanged(id: $id) { title } }',
      { id },
    );
    const first = watching.next();
    await untilListening();
    await on.hand.command('editAgreement', { ...dates, agreement: id, title: 'Ændret' }, 'agreement { id }');
    expect((await first).data).toEqual({ agreementChanged: { title: 'Ændret' } });
    // The page of one who signs in again listens anew: only what ends by itself is not begun again.
    const ended = expect(watching.next()).rejects.toMatchObject({ code: 4403, reason: 'Signed out' });
    await other.fetch('/auth/sign-out', { method: 'POST' });
    await on.hand.command('editAgreement', { ...dates, agreement: id, title: 'Ændret igen' }, 'agreement { id }');
    await ended;
    await watching.stop();
  });

  it('begin with the right a query would ask for', async () => {
    const member = await on.app.signIn('handicapraad-formand-greve');
    const { errors } = await member.overSocket(
      'subscription { sectionChanged(id: "00000000-0000-4000-8000-000000000000") { id } }',
    );
    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  /** The socket opens on its own time; what tells that it listens is the gauge whoever runs the server sees. */
  function untilListening(): Promise<void> {
    const isListening = async () => /^enig_watching [1-9]/m.test(await (await on.app.anybody.fetch('/metrics')).text());
    return eventually(isListening, () => 'Nobody came to listen');
  }
});

const WHOLE = `query ($id: ID!) { agreement(id: $id) { id title label region { name } state standing isWritingOpen parties { id name kind }
  parts { id kind missingContents sections { id kind number title strand covers coordinators { name } readiness warnings { code message section item }
    text { id kind title mayEdit phase closedBecause seq content } easyRead { id content } lineage { relation fromName fromSection basis } changedAt changedBy writersNow part agreement { id } } removed { id } }
  annexes { id number title fileName sha256 size url } versions { hash number act createdBy createdAt isCurrent manifestUrl }
  copiedFrom { id } freezeCheck { refusals { code message } warnings { code message section item } }
  may { edit freezeForHearing endHearing freezeForDecision reopenWriting treat abandon readDraft } concludedOn }
  acts(agreement: $id) { number at person body capacity kind sentence hash } }`;
