import { createHash } from 'node:crypto';
import { agreementStage } from './test-agreement';

const on = agreementStage();

describe('versions', () => {
  it('are recomputed from their bytes, and compared', async () => {
    const id = await on.hand.find('treating', '2021');
    const { data } = await on.secretary.gql<{
      agreement: { versions: { hash: string; manifestUrl: string; sections: { sha256: string; url: string }[] }[] };
    }>(
      'query ($id: ID!) { agreement(id: $id) { versions { hash manifestUrl isCurrent createdBy periodFrom parties { name } annexes { sha256 size } agreement { title } sections { section number title part sha256 url content easyRead } } } }',
      { id },
    );
    const [version] = data.agreement.versions;
    const sha256 = async (url: string): Promise<string> =>
      createHash('sha256')
        .update(Buffer.from(await (await on.secretary.fetch(url)).arrayBuffer()))
        .digest('hex');
    expect(await sha256(version?.manifestUrl ?? '')).toBe(version?.hash);
    for (const section of version?.sections ?? []) expect(await sha256(section.url)).toBe(section.sha256);
  });

  it('show which sections came, went and changed, slot by slot', async () => {
    const id = await on.hand.find('treating', '2021');
    const [, autism] = (await on.hand.agreement(id)).parts[0]?.sections ?? [];
    await on.hand.command('removeSection', { section: autism?.id }, 'agreement { id }');
    const part = (await on.hand.agreement(id)).parts[1]?.id;
    await on.hand.addSection({ part, kind: 'chapter', title: 'Nyt kapitel' });
    // The points that are open would stand in the way of this one: it is the bytes that are looked at here.
    await on.app.owner.query(
      `INSERT INTO round_event (round, event, person, body, capacity)
       SELECT r.id, 'close', r.person, r.body, r.capacity FROM hearing_round r JOIN round_event e ON e.round = r.id
       WHERE r.agreement = $1 AND e.event = 'end'`,
      [id],
    );
    const frozen = await on.secretary.gql(
      'mutation ($id: ID!) { freezeForDecision(input: { agreement: $id }) { refused { code } version { number } } }',
      { id },
    );
    expect(frozen.data).toEqual({ freezeForDecision: { refused: null, version: { number: 2 } } });
    const { data } = await on.secretary.gql<{ agreement: { versions: { hash: string }[] } }>(
      'query ($id: ID!) { agreement(id: $id) { versions { hash } } }',
      { id },
    );
    const [before, after] = data.agreement.versions.map(({ hash }) => hash);
    const diff = await on.secretary.gql(
      'query ($before: ID!, $after: ID!) { versionDiff(before: $before, after: $after) { sections { title change slots { label change words { op text } } } } }',
      { before, after },
    );
    expect(diff.errors).toEqual([]);
    expect(diff.data).toMatchObject({
      versionDiff: {
        sections: [
          {
            title: 'Nyt kapitel',
            change: 'added',
            slots: [{ label: 'Titel', change: 'added', words: [{ op: 'added', text: 'Nyt kapitel' }] }],
          },
          { title: autism?.title, change: 'removed' },
        ],
      },
    });
  });

  it('of two agreements are not compared', async () => {
    const hashOf = async (standing: string): Promise<string> => {
      const { data } = await on.secretary.gql<{ agreement: { versions: { hash: string }[] } }>(
        'query ($id: ID!) { agreement(id: $id) { versions { hash } } }',
        { id: await on.hand.find(standing, '20') },
      );
      return data.agreement.versions[0]?.hash ?? '';
    };
    const { errors } = await on.secretary.gql(
      'query ($before: ID!, $after: ID!) { versionDiff(before: $before, after: $after) { sections { section } } }',
      { before: await hashOf('hearing'), after: await hashOf('ended') },
    );
    expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
