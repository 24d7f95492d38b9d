import { deleteMost, type Deleted } from '../acts/deleting';
import { signIn } from '../program';

/** Addresses of what the demo has, one of each kind and state. */
export interface Places {
  readonly drafting: string;
  /** A focus area of `drafting` that Roskilde coordinates. */
  readonly area: string;
  readonly chapter: string;
  /** An agreement without anything in it yet. */
  readonly empty: string;
  readonly hearing: string;
  /** A focus area of `deciding`, frozen. */
  readonly closedArea: string;
  readonly collecting: string;
  /** What `collecting` asks about, as its hash. */
  readonly heardVersion: string;
  /** Holbæk's answer, which is a draft; Greve's, which is sent. */
  readonly draftResponse: string;
  readonly sentResponse: string;
  readonly treating: string;
  readonly ended: string;
  readonly deciding: string;
  /** A party of `deciding` that has not decided, and whose secretary is in the demo. */
  readonly missing: string;
  readonly concluded: string;
  readonly version: string;
  /** A round that a municipality has opened on a document of its own, in `treating`. */
  readonly own: string;
  /** The round of `deciding`, which is closed, its answers published; and Næstved's answer in it. */
  readonly closed: string;
  readonly usedResponse: string;
  /** A focus area with an easy-read version, as the round `collecting` asks about it. */
  readonly heardArea: string;
  /** A focus area of `treating` of which most has been deleted. */
  readonly deleted: Deleted;
}

const AGREEMENTS = '{ agreements { id standing } }';
const AGREEMENT = `query Agreement($id: ID!) {
  agreement(id: $id) {
    parts { sections { id kind coordinators { id } } }
    rounds { id responses { id state body { id } } }
    versions { hash }
  }
}`;

interface Found {
  readonly parts: readonly {
    readonly sections: readonly { id: string; kind: string; coordinators: readonly { id: string }[] }[];
  }[];
  readonly rounds: readonly { id: string; responses: readonly { id: string; state: string; body: { id: string } }[] }[];
  readonly versions: readonly { hash: string }[];
}

/** Looks the demo's places up, as the secretariat sees them, and has most of a text deleted. */
export async function demoPlaces(url: string): Promise<Places> {
  const secretariat = await signIn(url, 'sekretariat');
  const { agreements } = await secretariat.ask<{ agreements: { id: string; standing: string }[] }>(AGREEMENTS);
  const read = async (id: string): Promise<Found> =>
    (await secretariat.ask<{ agreement: Found }>(AGREEMENT, { id })).agreement;
  const inState = (standing: string): string =>
    must(agreements.find((each) => each.standing === standing)?.id, standing);
  const drafts = agreements.filter(({ standing }) => standing === 'drafting').map(({ id }) => id);
  const sizes = await Promise.all(drafts.map(async (id) => (await read(id)).parts.flatMap((part) => part.sections)));
  const drafting = must(
    drafts.find((_, index) => (sizes[index]?.length ?? 0) > 0),
    'a draft',
  );
  const sections = sizes.find((all) => all.length > 0) ?? [];
  const hearing = await read(inState('hearing'));
  const deciding = await read(inState('deciding'));
  const treating = await read(inState('treating'));
  const responses = hearing.rounds[0]?.responses ?? [];
  const responseOf = (council: string): string => must(responses.find(({ body }) => body.id === council)?.id, council);
  return {
    drafting,
    area: must(
      sections.find(({ coordinators }) => coordinators.some(({ id }) => id === 'municipality:0265'))?.id,
      'area',
    ),
    chapter: must(sections.find(({ kind }) => kind === 'chapter')?.id, 'a chapter'),
    empty: must(
      drafts.find((_, index) => sizes[index]?.length === 0),
      'an empty agreement',
    ),
    hearing: inState('hearing'),
    closedArea: must(
      deciding.parts.flatMap((part) => part.sections).find(({ kind }) => kind === 'focusArea')?.id,
      'a frozen area',
    ),
    collecting: must(hearing.rounds[0]?.id, 'a round'),
    heardVersion: must(hearing.versions[0]?.hash, 'a heard version'),
    draftResponse: responseOf('disability-council:0316'),
    sentResponse: responseOf('disability-council:0253'),
    treating: inState('treating'),
    ended: must(treating.rounds[0]?.id, 'an ended round'),
    deciding: inState('deciding'),
    own: must(treating.rounds[1]?.id, "a municipality's own round"),
    closed: must(deciding.rounds[0]?.id, 'a closed round'),
    usedResponse: must(
      deciding.rounds[0]?.responses.find(({ body }) => body.id === 'disability-council:0370')?.id,
      'an answer that was used',
    ),
    heardArea: must(
      hearing.parts.flatMap((part) => part.sections).find(({ kind }) => kind === 'focusArea')?.id,
      'an area that is heard',
    ),
    missing: 'municipality:0316',
    concluded: inState('ended'),
    version: must(deciding.versions[0]?.hash, 'a version'),
    deleted: await deleteMost(url, inState('treating')),
  };
}

/** The demo's agreement that is in this state. */
export async function demoAgreement(url: string, standing: string): Promise<string> {
  const { ask } = await signIn(url, 'sekretariat');
  const { agreements } = await ask<{ agreements: { id: string; standing: string }[] }>(AGREEMENTS);
  return must(agreements.find((each) => each.standing === standing)?.id, standing);
}

/** The demo's hearing that collects answers. */
export async function demoHearing(url: string): Promise<{ readonly agreement: string; readonly round: string }> {
  const { ask } = await signIn(url, 'sekretariat');
  const agreement = await demoAgreement(url, 'hearing');
  const found = await ask<{ agreement: Found }>(AGREEMENT, { id: agreement });
  return { agreement, round: must(found.agreement.rounds[0]?.id, 'a round') };
}

function must(found: string | undefined, what: string): string {
  if (found === undefined) throw new Error(`The demo has not got ${what}`);
  return found;
}
