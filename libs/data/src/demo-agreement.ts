import { SJAELLAND_2021 } from '@enig/approval';
import {
  brandId,
  localDateOf,
  type AgreementId,
  type LocalDate,
  type PartId,
  type PartyId,
  type Result,
  type SectionId,
} from '@enig/kernel';
import type { DataSource } from 'typeorm';
import type { Actor, Clock } from './act';
import { AgreementReads } from './agreement-reads';
import { AgreementStore } from './agreement-store';
import { AgreementSchema } from './agreements';
import type { LineageRow } from './sections';
import type { DemoAgreement, DemoChapter, DemoFocusArea, DemoLineage } from './demo';
import { chapterJson, contentOf, easyReadJson, focusAreaJson, relationOf } from './demo-text';
import { FileStore } from './file-store';
import { noteLineage, SectionStore, type NewSection } from './section-store';
import { TextContents } from './text-content';

/** What the demo's agreements are made with: the same stores as everybody's, told of by nobody and given a past. */
export interface Making {
  readonly source: DataSource;
  readonly today: LocalDate;
  readonly secretary: Actor;
  readonly clock: Clock;
}

/** An agreement that has been made: its focus areas by the key they have in the demo's content. */
export interface MadeAgreement {
  readonly id: AgreementId;
  readonly sections: ReadonlyMap<string, { readonly id: SectionId; readonly title: string }>;
}

/** What makes one agreement different from another of the same content. */
export interface Variant {
  readonly title: string;
  readonly deadline: LocalDate;
  readonly writingUntil: LocalDate | null;
  /** What came before, for lineage. */
  readonly before: MadeAgreement | null;
  /** The region whose parties agree; Region Sjælland where it is left out. */
  readonly region?: string;
}

/** The value, or the code of the rule that refused; a demo that breaks a rule is a mistake of ours. */
export function done<Value>(result: Result<Value, { readonly code: string }> | null): Value {
  if (!result?.ok) throw new Error(`The demo was refused: ${result?.error.code ?? 'nothing there'}`);
  return result.value;
}

/** Nobody listens while the demo is made. */
export const unheard = async (): Promise<void> => undefined;

/** Makes an agreement with everything in it, all in drafting. */
export async function makeAgreement(making: Making, demo: DemoAgreement, variant: Variant): Promise<MadeAgreement> {
  const { source, secretary, clock } = making;
  const store = new AgreementStore({ source, announce: unheard, clock }, new TextContents(source));
  const id = done(await store.create(newAgreement(demo, variant), secretary));
  await ofItsYears(source, id, demo);
  const parts = (await new AgreementReads(source).view(id))?.parts ?? [];
  const [development, steering] = ['developmentStrategy', 'steeringAgreement'].map(
    (kind) => parts.find((part) => part.kind === kind)?.id,
  );
  if (!development || !steering) throw new Error('The agreement has not got both parts');
  const [introduction, ...closing] = demo.developmentChapters;
  const wanted = [
    ...(introduction ? [chapter(development, introduction)] : []),
    ...demo.focusAreas.map((area) => focusArea(development, area, making.today, variant.before)),
    ...closing.map((each) => chapter(development, each)),
    ...demo.steeringChapters.map((each) => chapter(steering, each)),
  ];
  const ids = done(await new SectionStore({ source, announce: unheard, clock }).addAll(id, wanted, secretary));
  const sections = new Map<string, { id: SectionId; title: string }>();
  wanted.forEach(({ key, title }, index) => {
    const section = ids[index];
    if (section) sections.set(key, { id: section, title });
  });
  await noteLineage(
    source.manager,
    null,
    demo.lineageOutsideFocusAreas.map((line) => lineageRow(line, variant.before)),
  );
  for (const annex of demo.annexes) {
    const bytes = new TextEncoder().encode(annex.text);
    const file = await new FileStore(source).add(bytes, 'text/plain', secretary.person);
    done(await store.addAnnex(id, { title: annex.title, fileName: annex.fileName, sha256: file.sha256 }, secretary));
  }
  return { id, sections };
}

function newAgreement(demo: DemoAgreement, { title, deadline, writingUntil, region = '1085' }: Variant) {
  const { label, periodFrom } = demo;
  const lastDay = localDateOf(demo.periodTo);
  return {
    ...{ region, title, label, deadline, writingUntil, copyFrom: null, chain: SJAELLAND_2021 },
    periodFrom: localDateOf(periodFrom),
    periodTo: deadline > lastDay ? deadline : lastDay,
  };
}

/** The demo decides today on agreements of years that are over, which nobody else can begin (AG-23). */
async function ofItsYears(source: DataSource, id: AgreementId, { periodTo }: DemoAgreement): Promise<void> {
  await source.manager.update(AgreementSchema, { id }, { periodTo: localDateOf(periodTo) });
}

type Keyed = NewSection & { readonly key: string };

function focusArea(part: PartId, area: DemoFocusArea, today: LocalDate, before: MadeAgreement | null): Keyed {
  const { key, title, strand } = area;
  return {
    ...{ key, part, kind: 'focusArea', title, strand, covers: null },
    coordinators: area.coordinators.map((party) => brandId<PartyId>(party)),
    content: focusAreaJson(area, today),
    lineage: area.lineage.map((line) => lineageRow(line, before)),
    ...(area.easyRead.length > 0 ? { easyRead: easyReadJson(area.easyRead) } : {}),
  };
}

function chapter(part: PartId, demo: DemoChapter): Keyed {
  const covers = demo.covers === undefined ? null : contentOf[demo.covers];
  const { key, title } = demo;
  return {
    ...{ key, part, kind: 'chapter', title, strand: null, covers, coordinators: [] },
    content: chapterJson(demo),
  };
}

function lineageRow(line: DemoLineage, before: MadeAgreement | null): Omit<LineageRow, 'id' | 'section'> {
  const from = before?.sections.get(line.from);
  const { relation, basis } = line;
  return { fromSection: from?.id ?? null, fromName: from?.title ?? line.from, relation: relationOf[relation], basis };
}
