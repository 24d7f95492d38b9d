import * as Y from 'yjs';
import { ForeignClient } from '../foreign-client';
import { signIn } from '../program';

/** A text of which most has been deleted. */
export interface Deleted {
  /** The focus area's id. */
  readonly section: string;
  /** The page with the text as it was before. */
  readonly before: string;
  /** The page with who wrote what. */
  readonly who: string;
}

interface Section {
  readonly id: string;
  readonly kind: string;
  readonly coordinators: readonly { readonly id: string }[];
  readonly text: { readonly id: string; readonly milestones: readonly { readonly id: string }[] };
}

const SECTIONS = `query Sections($id: ID!) {
  agreement(id: $id) { parts { sections { id kind coordinators { id } text { id milestones { id } } } } }
}`;

/** A tovholder of Roskilde selects all prose in one of its focus areas and deletes it. */
export async function deleteMost(url: string, agreement: string): Promise<Deleted> {
  const tovholder = await signIn(url, 'tovholder-2-roskilde');
  const area = async (): Promise<Section> => {
    const found = await tovholder.ask<{ agreement: { parts: { sections: Section[] }[] } }>(SECTIONS, { id: agreement });
    const sections = found.agreement.parts.flatMap((part) => part.sections);
    const own = sections.find(
      ({ kind, coordinators }) => kind === 'focusArea' && coordinators.some(({ id }) => id === 'municipality:0265'),
    );
    if (!own) throw new Error('Roskilde coordinates a focus area');
    return own;
  };
  const { id: section, text } = await area();
  const client = new ForeignClient(url, text.id, { cookie: tovholder.cookie });
  await client.synced();
  client.doc.transact(() => {
    empty(client.doc.getXmlFragment('intro'));
    for (const list of ['goals', 'themes', 'actions']) empty(client.doc.getMap(list));
  });
  let milestone = (await area()).text.milestones[0];
  while (!milestone) milestone = (await area()).text.milestones[0];
  client.leave();
  return { section, before: `/tekster/${text.id}/foer/${milestone.id}`, who: `/tekster/${text.id}/hvem` };
}

function empty(type: unknown): void {
  if (type instanceof Y.Map) for (const value of type.values()) empty(value);
  else if (type instanceof Y.Text || type instanceof Y.XmlFragment) type.delete(0, type.length);
}
