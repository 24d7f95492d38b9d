import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import { addDays, brandId, localDateAt, type BodyId, type ItemId } from '@enig/kernel';
import {
  addItem,
  richFromPlain,
  writtenNoted,
  type NotedBy,
  type StatementJson,
  type SubmissionJson,
} from '@enig/text';
import * as Y from 'yjs';
import { databaseNow, type Actor } from './act';
import { HearingReads } from './hearing-reads';
import type { ResponseView } from './hearing-views';
import { ResponseStore } from './response-store';
import { append, readDoc } from './test-response';
import { beginStory, done, type Story } from './test-story';
import { claimClient } from './text-content';

const greve = brandId<BodyId>('disability-council:0253');

let story: Story;
let chair: Actor;
let member: Actor;
let response: ResponseView;

beforeAll(async () => {
  story = await beginStory();
  chair = await story.person(greve, 'disabilityCouncilChair');
  member = await story.person(greve, 'disabilityCouncilMember');
  const dueDate = addDays(localDateAt(await databaseNow(story.source.manager)), 40);
  const opened = await story.freeze({ councils: [greve], dueDate, shortReason: '' });
  const round = opened.round && (await new HearingReads(story.source).round(opened.round));
  const [asked] = round ? round.responses : [];
  if (!asked) throw new Error('The council was not asked');
  response = asked;
});

afterAll(() => story.close());

const nameOf = ({ capacity, body }: Actor): string => `${capacity} ${body}`;

/** Writes down what was said as a browser does that says this of who sits there; `actor` is who is signed in. */
async function note(who: string, noted: NotedBy, actor: Actor | null): Promise<void> {
  const text = response.row.text;
  const doc = await readDoc(story.source, text);
  const before = Y.encodeStateVector(doc);
  const values = { how: 'meeting', who, noted: writtenNoted(noted), body: richFromPlain('Flere tolke.') };
  addItem(doc, 'statements', { id: brandId<ItemId>(randomUUID()), values });
  await append(story.source, text, Y.encodeStateAsUpdate(doc, before));
  if (actor) await claimClient(story.source, text, doc.clientID, actor);
}

async function giveSeat({ person, body }: Actor, kind: SeatKind, from: string): Promise<void> {
  await story.source.query('INSERT INTO seat (id, person, body, kind, valid_from) VALUES ($1, $2, $3, $4, $5)', [
    ...[randomUUID(), person, body, kind, from],
  ]);
}

async function sentStatements(): Promise<readonly StatementJson[]> {
  const submission = done(await new ResponseStore(story).submit(response.row.id, chair));
  const bytes = await new HearingReads(story.source).content(submission);
  return (JSON.parse(Buffer.from(bytes).toString()) as SubmissionJson).statements;
}

describe('HE-38 what is sent says who wrote down what was said as the log knows it', () => {
  it('and not as a browser said of who sits at it', async () => {
    const asChair = { name: nameOf(chair), capacity: chair.capacity };
    await note('by the chair', asChair, chair);
    await giveSeat(member, 'disabilityCouncilSecretary', '2999-01-01');
    await note('in a seat that has not begun', { ...asChair, capacity: 'disabilityCouncilSecretary' }, member);
    await note('by a member who says they are the chair', asChair, member);
    await note('under an old name', { name: 'Anna Gammel', capacity: chair.capacity }, chair);
    await note('by nobody who is known', asChair, null);
    await note('by somebody of no seat here', asChair, await story.person('secretariat:1085', 'secretariatOfficer'));
    const sent = new Map((await sentStatements()).map(({ who, noted }) => [who, noted]));
    expect(Object.fromEntries(sent)).toEqual({
      'by the chair': asChair,
      'in a seat that has not begun': { name: nameOf(member), capacity: member.capacity },
      'by a member who says they are the chair': { name: nameOf(member), capacity: member.capacity },
      'under an old name': asChair,
      'by nobody who is known': undefined,
      'by somebody of no seat here': undefined,
    });
  });
});
