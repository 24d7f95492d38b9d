import type { TestBrowser } from '../test-app';

/** For specs only: hearings as a browser sees them, in the demo. */
export interface SeenRound {
  readonly id: string;
  readonly state: string;
  readonly responses: readonly SeenResponse[];
  readonly points: readonly SeenPoint[];
  readonly answeredCount: number;
  readonly openPointCount: number;
  readonly myResponse: { readonly id: string } | null;
  readonly may: Readonly<Record<'extend' | 'end' | 'close' | 'treat', boolean>>;
  readonly dueDate: string;
}

export interface SeenResponse {
  readonly id: string;
  readonly state: string;
  readonly body: { readonly id: string; readonly name: string };
  readonly text: {
    readonly id: string;
    readonly mayEdit: boolean;
    readonly closedBecause: string | null;
    readonly content: unknown;
  } | null;
  readonly hasUnsent: boolean;
  readonly submission: SeenSubmission | null;
  readonly history: readonly SeenSubmission[];
  readonly may: Readonly<Record<'write' | 'submit' | 'correct' | 'keepSent' | 'withdraw', boolean>>;
}

export interface SeenSubmission {
  readonly id: string;
  readonly url: string;
  readonly reference: string;
  readonly late: boolean;
  readonly sha256: string;
  readonly content: unknown;
  readonly submittedBy: string;
  readonly capacity: string;
  readonly withdrawnAt: string | null;
  readonly replaces: string | null;
}

export interface SeenPoint {
  readonly id: string;
  readonly excerpt: string;
  readonly place: string;
  readonly sectionTitle: string | null;
  readonly mayTreat: boolean;
  readonly council: { readonly id: string };
  readonly treatment: { readonly outcome: string } | null;
  readonly history: readonly unknown[];
}

/** What a command answered: a payload with a refusal in it or not, or an error's code. */
export interface Told {
  readonly refused: { readonly code: string; readonly message: string; readonly details: readonly string[] } | null;
  readonly [field: string]: unknown;
}

const ROUND = `id number state openedAt dueDate dueAt shortReason answeredCount openPointCount
  invited { id name } may { extend end close treat } extensions { dueDate reason by at } agreement { id title }
  version { hash number } myResponse { id }
  responses { id state hasUnsent round body { id name } text { id kind title mayEdit phase closedBecause content }
    submission { id url reference submittedAt late sha256 submittedBy capacity content withdrawnAt replaces }
    history { id url reference withdrawnAt replaces content late sha256 submittedBy capacity } may { write submit correct keepSent withdraw }
    sections { section number title } }
  points { id excerpt place section sectionTitle position mayTreat council { id } submission { reference content }
    treatment { outcome answer reason by capacity at } history { outcome } }`;

/** The rounds of the demo's agreement whose title ends in `ending`. */
export async function roundsOf(browser: TestBrowser, ending: string): Promise<readonly SeenRound[]> {
  const agreement = await agreementCalled(browser, ending);
  const { data, errors } = await browser.gql<{ agreement: { rounds: SeenRound[] } }>(
    `query ($id: ID!) { agreement(id: $id) { rounds { ${ROUND} } } }`,
    { id: agreement },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.agreement.rounds;
}

/** The first round of that agreement. */
export async function onlyRound(browser: TestBrowser, ending: string): Promise<SeenRound> {
  const [round] = await roundsOf(browser, ending);
  if (!round) throw new Error('There is no round');
  return round;
}

/** The response of the council in a place. */
export function responseOf(round: SeenRound, place: string): SeenResponse {
  const response = round.responses.find(({ body }) => body.name.includes(place));
  if (!response) throw new Error(`${place} was not asked`);
  return response;
}

/** One round, as the person sees it. */
export async function roundBy(browser: TestBrowser, id: string): Promise<SeenRound> {
  const { data, errors } = await browser.gql<{ round: SeenRound }>(`query ($id: ID!) { round(id: $id) { ${ROUND} } }`, {
    id,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.round;
}

/** The id of the demo's agreement whose title ends so. */
export async function agreementCalled(browser: TestBrowser, ending: string): Promise<string> {
  const { data } = await browser.gql<{ agreements: { id: string; title: string }[] }>('{ agreements { id title } }');
  const found = data.agreements.find(({ title }) => title.endsWith(ending));
  if (!found) throw new Error(`No agreement called ${ending}`);
  return found.id;
}

/** Sends a command. @returns its payload. @throws Error with the code of a GraphQL error. */
export async function command(
  browser: TestBrowser,
  name: string,
  input: Record<string, unknown>,
  fields = '',
): Promise<Told> {
  const inputType = INPUTS[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await browser.gql<Record<string, Told>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { refused { code message details } ${fields} } }`,
    { input },
  );
  const told = data?.[name];
  if (errors.length > 0 || !told) throw new Error(errors.map(({ code }) => code).join(' '));
  return told;
}

const INPUTS: Readonly<Record<string, string>> = {
  addEasyRead: 'SectionInput',
  removeSection: 'SectionInput',
  putBackSection: 'SectionInput',
  endHearing: 'RoundInput',
  closeRound: 'RoundInput',
  withdrawResponse: 'ResponseInput',
  correctResponse: 'ResponseInput',
  keepSentResponse: 'ResponseInput',
  removeResponseFile: 'ResponseFileInput',
  freezeForDecision: 'AgreementInput',
  abandonAgreement: 'AgreementReasonInput',
  reopenWriting: 'AgreementReasonInput',
};
