import { agreementStage } from './test-agreement';

const on = agreementStage();

describe('annexes', () => {
  it('are stored files that are numbered, fetched as something to save, and taken out again', async () => {
    const id = await on.hand.find('drafting', '2023');
    const stored = await on.secretary.fetch('/files?name=bilag.txt', { method: 'POST', body: 'Et bilag på dansk' });
    expect(stored.status).toBe(201);
    const { sha256, size } = (await stored.json()) as { sha256: string; size: number };
    expect(size).toBe(18);
    const added = await on.hand.command<{ agreement: { annexes: { id: string; url: string }[] } }>(
      'addAnnex',
      { agreement: id, title: 'Takster', fileName: 'bilag 1.txt', sha256 },
      'agreement { annexes { id number title fileName sha256 size url } }',
    );
    expect(added).toMatchObject({ agreement: { annexes: [{ number: 1, title: 'Takster', size: 18, sha256 }] } });
    const [annex] = added.agreement.annexes;
    const file = await on.secretary.fetch(annex?.url ?? '');
    expect(await file.text()).toBe('Et bilag på dansk');
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''bilag%201.txt");
    expect(await on.hand.command('removeAnnex', { annex: annex?.id }, 'agreement { annexes { id } }')).toEqual({
      agreement: { annexes: [] },
      refused: null,
    });
  });

  it('are no business of those who read no drafts until a version has them', async () => {
    const { id, parts } = await on.hand.begin('Med bilag');
    await on.hand.addSection({ part: parts[0]?.id, kind: 'chapter', title: 'Indledning' });
    const councillor = await on.app.signIn('politiker-roskilde');
    const seen = async () => {
      const { data } = await councillor.gql<{ agreement: { annexes: unknown[] }; acts: { kind: string }[] }>(
        'query ($id: ID!) { agreement(id: $id) { annexes { title fileName sha256 } } acts(agreement: $id) { kind } }',
        { id },
      );
      return data;
    };
    const stored = await on.secretary.fetch('/files?name=bilag.txt', {
      method: 'POST',
      body: 'Et udkast til et bilag',
    });
    const { sha256 } = (await stored.json()) as { sha256: string };
    const annex = { title: 'Udkast', fileName: 'udkast.txt', sha256 };
    await on.hand.command('addAnnex', { agreement: id, ...annex }, 'agreement { id }');
    const drafted = await seen();
    expect(drafted.agreement.annexes).toEqual([]);
    expect(drafted.acts.map(({ kind }) => kind)).toContain('createAgreement');
    expect(drafted.acts.filter(({ kind }) => kind.startsWith('add'))).toEqual([]);
    expect((await councillor.fetch(`/files/${sha256}`)).status).toBe(404);

    await on.hand.command('freezeForDecision', { agreement: id }, 'version { hash }');
    expect((await seen()).agreement.annexes).toEqual([annex]);
    const file = await councillor.fetch(`/files/${sha256}`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      "attachment; filename*=UTF-8''udkast.txt",
    ]);
  });

  it('need a file that is there, a right, and room', async () => {
    const id = await on.hand.find('drafting', '2023');
    const input = { agreement: id, title: 'Takster', fileName: 'x', sha256: 'b'.repeat(64) };
    expect(await on.hand.command('addAnnex', input, 'agreement { id }')).toMatchObject({
      refused: { code: 'SE-3-UNKNOWN-FILE' },
    });
    expect((await on.secretary.fetch('/files?name=x', { method: 'POST', body: '' })).status).toBe(400);
    expect(
      (await on.secretary.fetch('/files?name=x', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) })).status,
    ).toBe(413);
    const councillor = await on.app.signIn('politiker-roskilde');
    expect((await councillor.fetch('/files?name=x', { method: 'POST', body: 'x' })).status).toBe(403);
  });
});
