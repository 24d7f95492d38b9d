import { brandId, localDateOf, type BodyId, type PartyId } from '@enig/kernel';
import { councilsOf } from './place-store';
import { beginStory, type Story } from './test-story';

const greve = brandId<PartyId>('municipality:0253');
const region = brandId<PartyId>('region:1085');
const kinds = ['municipalCouncil', 'regionalCouncil'] as const;

let story: Story;

beforeAll(async () => {
  story = await beginStory();
});

afterAll(() => story.close());

async function councils(on: string): Promise<BodyId[]> {
  const of = await councilsOf(story.source.manager, [greve, region], kinds, localDateOf(on));
  return [of(greve), of(region)];
}

describe('the council that binds a party', () => {
  it('is looked up among its bodies, whatever they are called', async () => {
    const { parties } = await story.view();
    expect(parties.find(({ party }) => party === greve)?.council).toBe('municipal-council:0253');
    expect(parties.find(({ party }) => party === region)?.council).toBe('regional-council:1085');
    expect(new Set(parties.map(({ council }) => council)).size).toBe(18);
  });

  it('is the one that is there on the day, when one has come after another', async () => {
    await story.owner.query(`UPDATE body SET valid_to = '2029-12-31' WHERE id = 'municipal-council:0253'`);
    await story.owner.query(
      `INSERT INTO body (id, kind, name, party, valid_from)
       VALUES ('byraadet', 'municipalCouncil', 'Byrådet i Greve', $1, '2030-01-01'),
              ('udvalget', 'committee', 'Et udvalg i Greve', $1, '2030-01-01')`,
      [greve],
    );
    expect(await councils('2029-12-31')).toEqual(['municipal-council:0253', 'regional-council:1085']);
    expect(await councils('2030-01-01')).toEqual(['byraadet', 'regional-council:1085']);
  });

  it('is missed where a party has none', async () => {
    const of = await councilsOf(story.source.manager, [greve], ['regionalCouncil'], localDateOf('2026-01-01'));
    expect(() => of(greve)).toThrow('municipality:0253 has no council');
  });
});
