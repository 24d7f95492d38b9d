import type { TextId } from '@enig/kernel';
import { itemsInOrder } from '@enig/text';
import * as Y from 'yjs';
import { AgreementReads } from './agreement-reads';
import { agreement2021, demoRevisions, type DemoRevision } from './demo';
import type { MadeAgreement, Making } from './demo-agreement';
import { writeAs } from './demo-answers';
import type { Cast } from './demo-people';

/** Those who look after the focus areas write what was promised in the treatment, while the text can be written. */
export async function reviseAsPromised({ source }: Making, cast: Cast, { id, sections }: MadeAgreement): Promise<void> {
  const view = await new AgreementReads(source).view(id);
  for (const revision of demoRevisions) {
    const section = view?.sections.find(({ row }) => row.id === sections.get(revision.focusAreaKey)?.id)?.row;
    const text: TextId | null | undefined = revision.place === 'easyRead' ? section?.easyRead : section?.text;
    const writer = cast.inBody(administrationOf(revision), ['coordinator']);
    if (!text || !writer) throw new Error(`The demo cannot write what was promised in ${revision.point}`);
    await writeAs(source, text, writer, (doc) => write(doc, revision));
  }
}

/** The administration of the municipality that looks after a focus area. */
function administrationOf({ focusAreaKey }: DemoRevision): string {
  const area = agreement2021.focusAreas.find(({ key }) => key === focusAreaKey);
  const municipality = area?.coordinators.find((party) => party.startsWith('municipality:'));
  return `administration:${municipality?.slice('municipality:'.length) ?? ''}`;
}

/** Prose gets one more paragraph; a plain field, which says nothing yet, its words. */
function write(doc: Y.Doc, { place, adds }: DemoRevision): void {
  const into = placeIn(doc, place);
  if (into instanceof Y.Text) return into.insert(0, adds);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(adds)]);
  into.push([paragraph]);
}

function placeIn(doc: Y.Doc, place: DemoRevision['place']): Y.XmlFragment | Y.Text {
  if (place === 'easyRead') return doc.getXmlFragment('body');
  if (place === 'intro') return doc.getXmlFragment('intro');
  const item = itemsInOrder(doc, place.list).find(({ fields }) => String(fields.get('title')) === place.title);
  const field = item?.fields.get(place.field);
  if (field instanceof Y.XmlFragment || field instanceof Y.Text) return field;
  throw new Error(`The demo has no ${place.title}`);
}
