import type { Program } from '../program';
import { dayFromNow } from './days';

/** A focus area as a test prepares it. */
export interface PreparedArea {
  readonly title: string;
  /** Ids of parties, as `municipality:0265`. */
  readonly coordinators: readonly string[];
}

/** An agreement in drafting with what a test needs in it. */
export interface Prepared {
  readonly agreement: string;
  /** In the order asked for: the section and its text. */
  readonly areas: readonly { readonly section: string; readonly text: string }[];
}

const CREATE = `mutation Create($input: CreateAgreementInput!) {
  createAgreement(input: $input) { refused { message } agreement { id parts { id kind } } }
}`;
const SET_PARTIES = `mutation Parties($input: SetPartiesInput!) {
  setParties(input: $input) { refused { message } }
}`;
const ADD_SECTION = `mutation Add($input: AddSectionInput!) {
  addSection(input: $input) { refused { message } section { id text { id } } }
}`;

type Refused = { readonly message: string } | null;

/** Makes an agreement by the API, where a test is about something later. `parties` are all of the region's if left out. */
export async function prepareAgreement(
  secretariat: Program,
  wanted: { readonly title: string; readonly areas: readonly PreparedArea[]; readonly parties?: readonly string[] },
): Promise<Prepared> {
  const period = { periodFrom: '2026-01-01', periodTo: '2029-12-31', deadline: dayFromNow(120) };
  const { createAgreement } = await secretariat.ask<{
    createAgreement: { refused: Refused; agreement: { id: string; parts: { id: string; kind: string }[] } };
  }>(CREATE, { input: { region: '1085', title: wanted.title, ...period } });
  stands(createAgreement.refused);
  const { id, parts } = createAgreement.agreement;
  if (wanted.parties !== undefined) {
    const input = { agreement: id, parties: wanted.parties };
    const { setParties } = await secretariat.ask<{ setParties: { refused: Refused } }>(SET_PARTIES, { input });
    stands(setParties.refused);
  }
  const part = parts.find(({ kind }) => kind === 'developmentStrategy')?.id;
  const areas = [];
  for (const { title, coordinators } of wanted.areas) {
    const input = { part, kind: 'focusArea', title, strand: 'development', coordinators };
    const { addSection } = await secretariat.ask<{
      addSection: { refused: Refused; section: { id: string; text: { id: string } } };
    }>(ADD_SECTION, { input });
    stands(addSection.refused);
    areas.push({ section: addSection.section.id, text: addSection.section.text.id });
  }
  return { agreement: id, areas };
}

function stands(refused: Refused): void {
  if (refused !== null) throw new Error(`Preparing was refused: ${refused.message}`);
}
