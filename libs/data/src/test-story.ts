import { randomInt, randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import { SJAELLAND_2021 } from '@enig/approval';
import {
  brandId,
  localDateOf,
  type AgreementId,
  type BodyId,
  type PersonId,
  type Result,
  type RoundId,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import { emptyJson, richFromPlain, seedUpdate, type HearingResponseJson } from '@enig/text';
import type { DataSource } from 'typeorm';
import * as Y from 'yjs';
import type { Actor } from './act';
import type { Announcement } from './agreement-change';
import { AgreementReads, type AgreementView } from './agreement-reads';
import { AgreementStore } from './agreement-store';
import { ApprovalStore } from './approval-store';
import { connect } from './connect';
import { HearingStore } from './hearing-store';
import { migrate } from './migrate';
import type { NewRound } from './round-opening';
import { loadReference } from './reference';
import type { StoreGround } from './round-change';
import { SectionStore } from './section-store';
import { createTestDatabase, type TestTemplate } from './test-database';
import { append, readDoc } from './test-response';
import { TextContents } from './text-content';

const template: TestTemplate = {
  name: 'places and the chain of Sjælland',
  build: async (url) => {
    await migrate(url);
    const source = await connect({ url, applicationName: 'spec' });
    await loadReference(source);
    await source.destroy();
  },
};

/** A round as most stories open it: by the secretariat, on the texts as they stand. */
export type SentOut = Pick<NewRound, 'dueDate' | 'shortReason'> & {
  readonly councils: readonly BodyId[];
} & Partial<Pick<NewRound, 'owner' | 'heard'>>;

/** A database with an agreement of Sjælland's 18 parties, and people to act in it. For specs only. */
export interface Story {
  readonly source: DataSource;
  /** Past all rights, to set what no one may set: a deadline that is now. */
  readonly owner: DataSource;
  readonly agreement: AgreementId;
  /** What was told after commits, oldest first. */
  readonly told: Announcement[];
  readonly announce: (announcement: Announcement) => Promise<void>;
  /** Makes a person with a seat. */
  person(body: string, capacity: SeatKind): Promise<Actor>;
  view(): Promise<AgreementView>;
  /** Freezes the texts as they stand: for a hearing, with easy-read versions, where a round is given, else for decision. */
  freeze(round: SentOut | null): Promise<{ version: VersionHash; round: RoundId | null }>;
  /** Writes an easy-read version of each focus area that has none. */
  easyRead(): Promise<void>;
  /** Writes into a response as its council would. */
  write(text: TextId, content: Partial<HearingResponseJson>): Promise<void>;
  close(): Promise<void>;
}

/** Begins a story: two focus areas and a chapter, nothing frozen yet. */
export async function beginStory(): Promise<Story> {
  const database = await createTestDatabase(template);
  const source = await connect({ url: database.url, applicationName: 'spec', poolSize: 30 });
  const owner = await connect({ url: database.url, applicationName: 'spec', asOwner: true });
  const told: Announcement[] = [];
  const announce = async (announcement: Announcement): Promise<void> => void told.push(announcement);
  const person = (body: string, capacity: SeatKind): Promise<Actor> => addPerson(source, body, capacity);
  const secretary = await person('secretariat:1085', 'secretariatOfficer');
  const agreement = await addAgreement(source, announce, secretary);
  const view = async (): Promise<AgreementView> => {
    const found = await new AgreementReads(source).view(agreement);
    if (!found) throw new Error('The agreement is gone');
    return found;
  };
  return {
    ...{ source, owner, agreement, told, announce, person, view },
    freeze: async (round) => {
      if (round) await writeEasyRead({ source, announce }, await view(), secretary);
      return freeze({ ground: { source, announce }, agreement }, secretary, round);
    },
    easyRead: async () => writeEasyRead({ source, announce }, await view(), secretary),
    write: (text, content) => write(source, text, content),
    close: async () => {
      await source.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}

async function addPerson(source: DataSource, body: string, capacity: SeatKind): Promise<Actor> {
  const person = brandId<PersonId>(randomUUID());
  await source.query('INSERT INTO person (id, name, email) VALUES ($1, $2, $3)', [
    person,
    `${capacity} ${body}`,
    `${person}@example.invalid`,
  ]);
  await source.query(`INSERT INTO seat (id, person, body, kind, valid_from) VALUES ($1, $2, $3, $4, '2020-01-01')`, [
    ...[randomUUID(), person, body, capacity],
  ]);
  return { person, body: brandId<BodyId>(body), capacity };
}

async function addAgreement(source: DataSource, announce: Story['announce'], actor: Actor): Promise<AgreementId> {
  const store = new AgreementStore({ source, announce }, new TextContents(source));
  const created = await store.create(
    {
      ...{ region: '1085', title: 'Rammeaftale', label: null, copyFrom: null, chain: SJAELLAND_2021 },
      ...{
        periodFrom: localDateOf('2025-01-01'),
        periodTo: localDateOf('2099-12-31'),
        deadline: localDateOf('2098-10-15'),
        writingUntil: null,
      },
    },
    actor,
  );
  if (!created.ok) throw new Error(created.error.code);
  const [part] = (await new AgreementReads(source).view(created.value))?.parts ?? [];
  if (!part) throw new Error('The agreement has no part');
  for (const [title, kind] of [
    ['Autisme', 'focusArea'],
    ['Hjerneskade', 'focusArea'],
    ['Indledning', 'chapter'],
  ] as const) {
    const section = { part: part.id, kind, title, strand: null, covers: null, coordinators: [] };
    await new SectionStore({ source, announce }).add(created.value, section, actor);
  }
  return created.value;
}

async function freeze(
  { ground, agreement }: { ground: StoreGround; agreement: AgreementId },
  actor: Actor,
  round: SentOut | null,
): Promise<{ version: VersionHash; round: RoundId | null }> {
  if (!round)
    return { version: done(await new ApprovalStore(ground).freezeForDecision(agreement, actor)), round: null };
  const { councils: invited, owner = null, heard = { kind: 'freeze', sections: null }, ...rest } = round;
  const opened = done(await new HearingStore(ground).open(agreement, { ...rest, owner, heard, invited }, actor));
  if (opened.version === null) throw new Error('What was frozen is heard');
  return { version: opened.version, round: opened.round };
}

async function writeEasyRead(ground: StoreGround, { row, sections }: AgreementView, actor: Actor): Promise<void> {
  const store = new SectionStore(ground);
  const lacking = sections.filter((section) => section.row.kind === 'focusArea' && section.row.easyRead === null);
  for (const section of lacking) done(await store.addEasyRead(row.id, section.row.id, actor));
  const added = await new AgreementReads(ground.source).view(row.id);
  for (const { row: section } of lacking) {
    const text = added?.sections.find((each) => each.row.id === section.id)?.row.easyRead;
    if (!text) throw new Error('The easy-read text is gone');
    const content = { ...emptyJson('easy-read'), body: richFromPlain('Det handler om hverdagen.') };
    await append(ground.source, text, seedUpdate(content, randomInt(1, 2 ** 31)));
  }
}

/** What came of it. @throws Error with the code of the rule that refused. */
export function done<Value>(result: Result<Value, { readonly code: string }> | null): Value {
  if (!result?.ok) throw new Error(result?.error.code ?? 'Nothing there');
  return result.value;
}

async function write(source: DataSource, text: TextId, content: Partial<HearingResponseJson>): Promise<void> {
  const doc = await readDoc(source, text);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => {
    for (const root of [doc.getXmlFragment('general'), doc.getXmlFragment('minority')]) root.delete(0, root.length);
  });
  await append(source, text, Y.encodeStateAsUpdate(doc, before));
  await append(source, text, seedUpdate({ ...emptyJson('hearing-response'), ...content }, randomInt(1, 2 ** 31)));
}

/** For specs of what comes after: the municipalities keep their region, past all rights. */
export async function regionStays(owner: DataSource): Promise<void> {
  await owner.query(`UPDATE region SET valid_to = NULL WHERE id = '1085'`);
  await owner.query(
    `DELETE FROM municipality_region m USING municipality_region s
     WHERE s.municipality = m.municipality AND s.region = '1085' AND m.region = 'ostdanmark'`,
  );
  await owner.query(`UPDATE municipality_region SET valid_to = NULL WHERE region = '1085'`);
}
