import { command, type Told } from '../hearing/test-hearing';
import { startTestApp, type TestApp, type TestBrowser } from '../test-app';

/** For specs only: an agreement as those who write it see it. */
export interface SeenAgreement {
  readonly id: string;
  readonly copiedFrom: { readonly id: string } | null;
  readonly parties: readonly { readonly name: string }[];
  readonly parts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly sections: readonly SeenSection[];
    readonly removed: readonly { readonly title: string }[];
  }[];
}

/** A section with its text. */
export interface SeenSection {
  readonly id: string;
  readonly title: string;
  readonly number: number | null;
  readonly coordinators: readonly { readonly name: string }[];
  readonly text: { readonly id: string; readonly content: unknown };
  readonly lineage: readonly { readonly relation: string; readonly fromSection: string | null }[];
}

const SECTION = 'id title number coordinators { name } text { id content } lineage { relation fromSection }';
const AGREEMENT = `id copiedFrom { id } parties { name } parts { id kind sections { ${SECTION} } removed { title } }`;

/** A period that begins while its region exists, and a deadline that no spec is run after. */
export const dates = { periodFrom: '2025-01-01', periodTo: '2099-12-31', deadline: '2098-12-01' };

/** What a spec of agreements stands on: an Enig of its own, and the secretariat at a browser. */
interface AgreementStage {
  readonly app: TestApp;
  readonly secretary: TestBrowser;
  readonly hand: AgreementHand;
}

/** Sets the stage for one file of tests, and clears it afterwards. */
export function agreementStage(): AgreementStage {
  let set: AgreementStage | undefined;
  beforeAll(async () => {
    const app = await startTestApp();
    const secretary = await app.signIn('sekretariat');
    set = { app, secretary, hand: new AgreementHand(secretary) };
  });
  afterAll(() => set?.app.close());
  const there = (): AgreementStage => {
    if (!set) throw new Error('The stage is set by beforeAll: use it inside a test');
    return set;
  };
  return {
    get app() {
      return there().app;
    },
    get secretary() {
      return there().secretary;
    },
    get hand() {
      return there().hand;
    },
  };
}

/** Who makes agreements and changes them at a browser. */
class AgreementHand {
  /** @param browser signed in as one of the secretariat. */
  constructor(private readonly browser: TestBrowser) {}

  /** The id of the demo's agreement that stands so and has these words in its title. */
  async find(standing: string, words: string): Promise<string> {
    const { data } = await this.browser.gql<{ agreements: { id: string; standing: string; title: string }[] }>(
      '{ agreements { id standing title } }',
    );
    const found = data.agreements.find((each) => each.standing === standing && each.title.includes(words));
    if (!found) throw new Error(`No agreement ${standing} called ${words}`);
    return found.id;
  }

  /** An agreement as it is now. */
  async agreement(id: string): Promise<SeenAgreement> {
    const { data, errors } = await this.browser.gql<{ agreement: SeenAgreement }>(
      `query ($id: ID!) { agreement(id: $id) { ${AGREEMENT} } }`,
      { id },
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.agreement;
  }

  /** Sends a command that may be refused. @returns its payload. `Payload` is what the spec expects in it. */
  async command<Payload = unknown>(name: string, input: Record<string, unknown>, fields = ''): Promise<Told & Payload> {
    return (await command(this.browser, name, input, fields)) as Told & Payload;
  }

  /** Begins an agreement of Region Sjælland. @param over what it begins with instead of, or beside, the dates. */
  begin(title: string, over: Record<string, unknown> = {}): Promise<SeenAgreement> {
    const input = { ...dates, region: '1085', title, ...over };
    return this.made('createAgreement', input, 'agreement', AGREEMENT);
  }

  /** Adds a section to a part. */
  addSection(input: Record<string, unknown>): Promise<SeenSection> {
    return this.made('addSection', input, 'section', SECTION);
  }

  /** What a spec stands on is there, or the spec ends here and says why. */
  private async made<Thing>(name: string, input: Record<string, unknown>, what: string, seen: string): Promise<Thing> {
    const told = await this.command<Record<string, Thing | null>>(name, input, `${what} { ${seen} }`);
    const thing = told[what];
    if (!thing) throw new Error(`${name} was refused: ${told.refused?.message}`);
    return thing;
  }
}
