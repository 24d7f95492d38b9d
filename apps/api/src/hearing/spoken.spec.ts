import { startTestApp, type TestApp } from '../test-app';
import { onlyRound, responseOf } from './test-hearing';

const OUT = '(i høring)';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

/** What the answer of a council offers one of its own people, by persona. */
async function offered(persona: string): Promise<unknown> {
  const browser = await app.signIn(persona);
  const { id } = responseOf(await onlyRound(browser, OUT), 'Næstved');
  const { data, errors } = await browser.gql<{ response: { may: unknown } }>(
    'query ($id: ID!) { response(id: $id) { may { submit noteSpoken capacity } } }',
    { id },
  );
  expect(errors).toEqual([]);
  return data.response.may;
}

describe('AC-26 what was said is written down by who speaks for the council', () => {
  it('in the capacity they have, also where there is no secretary', async () => {
    expect(await offered('handicapraad-formand-naestved')).toEqual({
      ...{ submit: true, noteSpoken: true, capacity: 'disabilityCouncilChair' },
    });
  });

  it('and by nobody else', async () => {
    const nobody = { submit: false, noteSpoken: false, capacity: null };
    expect(await offered('handicapraad-medlem-1-naestved')).toEqual(nobody);
    expect(await offered('sekretariat')).toEqual(nobody);
    expect(await offered('handicapraad-formand-greve')).toEqual(nobody);
  });
});
