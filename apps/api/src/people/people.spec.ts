import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

let app: TestApp;
let secretary: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  secretary = await app.signIn('sekretariat');
});

afterAll(() => app.close());

const PAYLOAD = '{ person { id name email seats { id kind label body { id } from to } } refused { code message } }';
const ADD = `mutation ($input: AddPersonInput!) { addPerson(input: $input) ${PAYLOAD} }`;
const GRANT = `mutation ($input: GrantSeatInput!) { grantSeat(input: $input) ${PAYLOAD} }`;
const END = `mutation ($input: EndSeatInput!) { endSeat(input: $input) ${PAYLOAD} }`;

interface Payload {
  readonly person: { readonly id: string; readonly seats: readonly { readonly id: string }[] } | null;
  readonly refused: { readonly code: string } | null;
}

async function newPerson(email: string): Promise<string> {
  const { data } = await secretary.gql<{ addPerson: Payload }>(ADD, {
    input: { region: '1085', name: 'Ny Person', email },
  });
  return data.addPerson.person?.id ?? '';
}

describe('people', () => {
  it('are added with an address of their own', async () => {
    await newPerson('ny@kommune.invalid');
    const again = await secretary.gql(ADD, {
      input: { region: '1085', name: 'En Anden', email: 'NY@kommune.invalid' },
    });
    expect(again.data).toMatchObject({ addPerson: { person: null, refused: { code: 'PE-1-EMAIL-TAKEN' } } });
  });

  it.each(['', 'uden-snabel', 'a@b', 'a b@c.dk', 'x@y.dk, z@y.dk'])('not with the address %j', async (email) => {
    const { errors } = await secretary.gql(ADD, { input: { region: '1085', name: 'Ny Person', email } });
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  it('are given a seat, which counts at once, and lose it', async () => {
    const person = await newPerson('tovholder@kommune.invalid');
    const input = { person, body: 'administration:0265', kind: 'coordinator', from: '2026-01-01' };
    const granted = await secretary.gql<{ grantSeat: Payload }>(GRANT, { input });
    expect(granted.data).toMatchObject({
      grantSeat: {
        person: { seats: [{ kind: 'coordinator', label: 'tovholder', body: { id: 'administration:0265' }, to: null }] },
        refused: null,
      },
    });
    const twice = await secretary.gql(GRANT, { input });
    expect(twice.data).toMatchObject({ grantSeat: { refused: { code: 'PE-3-SEAT-HELD-ALREADY' } } });
    const seat = granted.data.grantSeat.person?.seats[0]?.id;
    expect((await secretary.gql(END, { input: { seat, to: '2025-12-31' } })).data).toMatchObject({
      endSeat: { refused: { code: 'PE-2-SEAT-ENDS-BEFORE-IT-BEGINS' } },
    });
    expect((await secretary.gql(END, { input: { seat, to: '2099-02-01' } })).data).toMatchObject({
      endSeat: { person: { seats: [{ to: '2099-02-01' }] } },
    });
  });

  it('and who gave and ended a seat is kept, in which capacity', async () => {
    const person = await newPerson('kkr@kommune.invalid');
    const input = { person, body: 'contact-council:1085', kind: 'councilSecretary', from: '2026-01-01' };
    const seat = (await secretary.gql<{ grantSeat: Payload }>(GRANT, { input })).data.grantSeat.person?.seats[0]?.id;
    await secretary.gql(END, { input: { seat, to: '2099-02-01' } });
    const kept = await app.owner.query<unknown[]>(
      `SELECT e.event, e.valid_to::text AS until, p.persona, e.body, e.capacity FROM seat_event e JOIN person p ON p.id = e.person
       WHERE e.seat = $1 ORDER BY e.id`,
      [seat],
    );
    const by = { persona: 'sekretariat', body: 'secretariat:1085', capacity: 'secretariatOfficer' };
    expect(kept).toEqual([
      { event: 'grant', until: null, ...by },
      { event: 'end', until: '2099-02-01', ...by },
    ]);
  });

  it('hold a seat no longer than was said, and are not said to have lost it before today', async () => {
    const person = await newPerson('kort@kommune.invalid');
    const input = { person, body: 'administration:0265', kind: 'coordinator', from: '2026-01-01', to: '2099-02-01' };
    const seat = (await secretary.gql<{ grantSeat: Payload }>(GRANT, { input })).data.grantSeat.person?.seats[0]?.id;
    for (const [to, code] of [
      ['2099-02-02', 'PE-4-SEAT-ENDS-SOONER-ALREADY'],
      ['2026-02-01', 'PE-5-END-IN-THE-PAST'],
    ])
      expect((await secretary.gql(END, { input: { seat, to } })).data).toMatchObject({
        endSeat: { refused: { code } },
      });
  });

  it('AC-3 sit only where there is such a seat', async () => {
    const person = await newPerson('forkert@kommune.invalid');
    const { errors } = await secretary.gql(GRANT, {
      input: { person, body: 'disability-council:0265', kind: 'secretariatOfficer', from: '2026-01-01' },
    });
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  it('give nobody a seat outside their region, nor themselves one', async () => {
    const person = await newPerson('langt-vaek@kommune.invalid');
    const far = await secretary.gql(GRANT, {
      input: { person, body: 'administration:0101', kind: 'coordinator', from: '2026-01-01' },
    });
    expect(far.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { data } = await secretary.gql<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }');
    const own = await secretary.gql(GRANT, {
      input: {
        person: data.viewer.person.id,
        body: 'municipal-council:0265',
        kind: 'councilSecretary',
        from: '2026-01-01',
      },
    });
    expect(own.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('and their addresses are seen by those who manage them, and by nobody else', async () => {
    const query =
      '{ regions { id people { name email } parties { id name } bodies { id } disabilityCouncils { id kind } } }';
    const { data } = await secretary.gql<{
      regions: { people: unknown[]; parties: unknown[]; disabilityCouncils: unknown[] }[];
    }>(query);
    expect(data.regions[0]?.people.length).toBeGreaterThan(30);
    expect(data.regions[0]?.parties).toHaveLength(18);
    expect(data.regions[0]?.disabilityCouncils).toHaveLength(17);
    const other = await app.signIn('tovholder-holbaek');
    const seen = await other.gql<{ regions: { people: unknown[] }[] }>(query);
    expect(seen.data.regions[0]?.people).toEqual([]);
    expect(JSON.stringify(seen.data)).not.toContain('@');
  });

  it('are added by nobody else', async () => {
    const other = await app.signIn('tovholder-holbaek');
    const { errors } = await other.gql(ADD, { input: { region: '1085', name: 'Ny Person', email: 'x@y.invalid' } });
    expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
