import { command, type Told } from '../hearing/test-hearing';
import type { TestBrowser } from '../test-app';

/* For specs only: how a party comes to its decisions, as a browser sees it. */

/** The party whose people act in the specs, and bodies of it. */
export const PARTY = 'municipality:0253';
export const COMMITTEE = 'committee:0253';
export const FINANCE = 'finance-committee:0253';
export const COUNCIL = 'municipal-council:0253';
/** What is asked of a way. */
export const WAY = `way { setting sentence maySet steps { body { id } after mandatory } bodies { id name }
  calendars { body { id } mayEnter meetings { id heldOn } } }`;

/** A way as a browser sees it. */
export interface Way {
  readonly setting: string | null;
  readonly sentence: string;
  readonly maySet: boolean;
  readonly steps: readonly { readonly body: { readonly id: string } }[];
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly calendars: readonly Calendar[];
}

interface Calendar {
  readonly body: { readonly id: string };
  readonly mayEnter: boolean;
  readonly meetings: readonly { readonly id: string; readonly heldOn: string }[];
}

/** The way of a party as the person sees it. */
export async function wayBy(browser: TestBrowser, party = PARTY): Promise<Way> {
  const { data, errors } = await browser.gql<{ partyWay: Way }>(
    `query ($party: ID!) { ${WAY.replace('way {', 'partyWay(party: $party) {')} }`,
    { party },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.partyWay;
}

/** Sets the way, having seen the one that stands. */
export async function set(browser: TestBrowser, steps: readonly unknown[]): Promise<Told> {
  const { setting: seen } = await wayBy(browser);
  return command(browser, 'setWay', { party: PARTY, seen, steps }, WAY);
}
/** Enters meetings of a body. */
export const enter = (browser: TestBrowser, body: string, days: readonly string[]): Promise<Told> =>
  command(browser, 'enterMeetings', { body, days }, 'calendar { body { id } meetings { id heldOn } }');

/** What the board forecasts. */
export interface Forecast {
  readonly forecastSentence: string | null;
  readonly forecast: readonly {
    readonly reach: string;
    readonly because: string | null;
    readonly mayEnter: boolean;
    readonly party: { readonly id: string };
  }[];
}

/** The forecast as the person sees it. */
export async function forecastBy(browser: TestBrowser, id: string): Promise<Forecast> {
  const { data, errors } = await browser.gql<{ agreement: { board: Forecast } }>(
    `query ($id: ID!) { agreement(id: $id) { board { forecastSentence
       forecast { reach because since decidesOn lastChance mayEnter party { id } } } } }`,
    { id },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement.board;
}

/** The chains one chooses among. */
export interface Chains {
  readonly chainTemplates: readonly {
    readonly key: string;
    readonly version: number;
    readonly name: string;
    readonly sentence: string;
    readonly refused: { readonly message: string } | null;
    readonly steps: readonly { readonly name: string; readonly who: string; readonly column: number }[];
  }[];
}

/** What stands in the cells of a board. */
export interface Cells {
  readonly agreement: {
    readonly board: {
      readonly rows: readonly {
        readonly party: { readonly id: string };
        readonly recordPlaces: readonly { readonly step: string }[];
        readonly cells: readonly {
          readonly step: string;
          readonly places: readonly {
            readonly body: { readonly id: string };
            readonly decision: { readonly outcome: string } | null;
          }[];
        }[];
      }[];
    };
  };
}
