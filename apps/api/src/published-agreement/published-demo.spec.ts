import { agreementCalled } from '../hearing/test-hearing';
import { startTestApp, type TestApp } from '../test-app';
import { conclude } from './test-concluding';

const DRAFT = 'Rammeaftale 2021–22 for det specialiserede social- og undervisningsområde';
const LABEL = 'Demo – lavet efter forslaget fra 2020, ikke den vedtagne aftale';
const TRIED = 'Demo – personer, beslutninger og datoer er opdigtet';

let app: TestApp;
let agreement: string;

beforeEach(async () => {
  app = await startTestApp();
  agreement = await agreementCalled(await app.signIn('sekretariat'), DRAFT);
});

afterEach(() => app.close());

describe('AG-37 what is public of a demo', () => {
  it.each([
    ['by its label', true, LABEL],
    ['also where somebody has begun it there', false, TRIED],
  ])(
    'says that it is one, wherever anybody reads it: %s',
    async (_, isLabelled, said) => {
      if (!isLabelled) await app.owner.query('UPDATE agreement SET label = NULL WHERE id = $1', [agreement]);
      await conclude(app, agreement);
      for (const path of ['', '/kort'])
        expect(await (await app.anybody.fetch(`/aftale/${agreement}${path}`)).text()).toContain(
          `<p class="note">${said}</p>`,
        );
    },
    120_000,
  );
});
