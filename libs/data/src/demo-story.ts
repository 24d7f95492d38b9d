import type { TreatmentOutcome } from '@enig/hearing';
import {
  addDays,
  brandId,
  endOfDay,
  instantFromMillis,
  type BodyId,
  type LocalDate,
  type PartyId,
  type RoundId,
  type TextId,
  type VersionHash,
} from '@enig/kernel';
import { yFragment } from '@enig/text';
import * as Y from 'yjs';
import type { Clock } from './act';
import { ApprovalStore } from './approval-store';
import type { Cast } from './demo-people';
import { done, unheard, type MadeAgreement, type Making } from './demo-agreement';
import { richOf } from './demo-text';
import { demoDecisions, demoResponses, demoTreatments, type DemoHearingResponse, type DemoTreatment } from './demo';
import { HearingReads } from './hearing-reads';
import { HearingStore } from './hearing-store';
import { ResponseStore } from './response-store';
import { claimClient } from './text-content';

/** What happens to an agreement in the demo, on days counted from today. */
export class DemoStory {
  constructor(
    private readonly making: Making,
    private readonly cast: Cast,
    private readonly agreement: MadeAgreement,
  ) {}

  /** Sends the draft out to the councils that answer in the demo. */
  async openHearing(openedInDays: number, dueInDays: number): Promise<RoundId> {
    const councils = demoResponses.map(({ council }) => brandId<BodyId>(council));
    const dueDate = addDays(this.making.today, dueInDays);
    const input = { councils, dueDate, shortReason: '' };
    return done(await new HearingStore(this.ground(openedInDays)).open(this.agreement.id, input, this.making.secretary))
      .round;
  }

  /** The first so many councils write their responses; those with a day send them that day. */
  async respond(round: RoundId, days: readonly (number | null)[]): Promise<void> {
    const views = await new HearingReads(this.making.source).round(round);
    for (const [index, response] of demoResponses.entries()) {
      const day = days[index];
      const view = views?.responses.find(({ row }) => row.body === response.council);
      if (day === undefined || !view) continue;
      await this.write(view.row.text, response);
      if (day === null) continue;
      const chair = this.cast.actor(response.submittedBy);
      done(await new ResponseStore(this.ground(day)).submit(view.row.id, chair));
    }
  }

  /** Ends the collecting and gives some of the answers the demo has, or all. */
  async treat(round: RoundId, inDays: number, treatments = demoTreatments): Promise<void> {
    done(await new HearingStore(this.ground(inDays)).end(round, this.making.secretary));
    const view = await new HearingReads(this.making.source).round(round);
    const points = demoResponses.flatMap(pointsIn);
    for (const treatment of treatments) {
      const excerpt = points.find(({ key }) => key === treatment.point)?.body[0];
      const point = view?.points.find(({ row }) => row.excerpt === excerpt);
      if (!point) throw new Error(`The demo has no point ${treatment.point}`);
      done(await new ResponseStore(this.ground(inDays)).treat(point.row.id, treated(treatment), this.making.secretary));
    }
  }

  /** Closes the round, every point of which has its answer. */
  async close(round: RoundId, inDays: number): Promise<void> {
    done(await new HearingStore(this.ground(inDays)).close(round, this.making.secretary));
  }

  /** Puts the text to the parties. */
  async freezeForDecision(inDays: number): Promise<VersionHash> {
    return done(
      await new ApprovalStore(this.ground(inDays)).freezeForDecision(this.agreement.id, this.making.secretary),
    );
  }

  /** Every party whose meeting has been held records its decision on the day of it, `shift` days from the demo's. */
  async decide(version: VersionHash, shift: number): Promise<void> {
    const held = demoDecisions.filter(({ meetingInDays }) => meetingInDays + shift < 0);
    for (const decision of held.toSorted((one, other) => one.meetingInDays - other.meetingInDays)) {
      const party = brandId<PartyId>(decision.party);
      const secretary = this.cast.inBody(decision.body, ['councilSecretary']);
      if (!secretary) throw new Error(`The demo has nobody who records for ${decision.party}`);
      const inDays = decision.meetingInDays + shift;
      const input = {
        ...{ agreement: this.agreement.id, party, body: brandId<BodyId>(decision.body), version },
        outcome: decision.outcome === 'approved' ? ('approved' as const) : ('approvedWithRemark' as const),
        meetingDate: addDays(this.making.today, inDays),
        ...{ item: decision.itemNumber, wording: decision.wording, reason: decision.remark ?? '' },
        ...{ nextMeeting: null, minutesLink: null, supersedes: null },
      };
      done(await new ApprovalStore(this.ground(inDays)).record(input, { kind: 'ownPeople', party }, secretary));
    }
  }

  private ground(inDays: number) {
    const { source, today } = this.making;
    return { source, announce: unheard, clock: onDay(today, inDays) };
  }

  /** As the council's members would have written it: into the empty text, which is theirs until it is sent. */
  private async write(text: TextId, response: DemoHearingResponse): Promise<void> {
    const { source } = this.making;
    const chair = this.cast.actor(response.submittedBy);
    const { client, update } = await this.update(text, response);
    await source.query(
      `WITH text AS (UPDATE text SET seq = seq + 1, changed_by = $3 WHERE id = $1 RETURNING seq)
       INSERT INTO text_update (text, seq, update, person, body) SELECT $1, seq, $2, $3, $4 FROM text`,
      [text, Buffer.from(update), chair.person, chair.body],
    );
    await claimClient(source, text, client, chair);
  }

  /** Fills the places that were made when the round opened. */
  private async update(
    text: TextId,
    response: DemoHearingResponse,
  ): Promise<{ readonly client: number; readonly update: Uint8Array }> {
    const log = await this.making.source.query<{ update: Buffer }[]>(
      'SELECT update FROM text_update WHERE text = $1 ORDER BY seq',
      [text],
    );
    const doc = new Y.Doc();
    for (const { update } of log) Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    const { general, sections, minority } = responseJson(response, this.agreement);
    doc.transact(() => {
      fill(doc.getXmlFragment('general'), general);
      fill(doc.getXmlFragment('minority'), minority);
      for (const [id, rich] of sections) {
        const place = doc.getMap('sections').get(id);
        if (place instanceof Y.XmlFragment) fill(place, rich);
      }
    });
    const update = Y.encodeStateAsUpdate(doc, before);
    doc.destroy();
    return { client: doc.clientID, update };
  }
}

/** Ten in the morning in Copenhagen, so many days from a day. */
export function onDay(today: LocalDate, inDays: number): Clock {
  const midnight = Date.parse(endOfDay(addDays(today, inDays - 1)));
  const ten = instantFromMillis(midnight + 10 * 60 * 60 * 1000);
  return async () => ten;
}

/** What a response says by key; what its minority says goes by the council. */
function pointsIn({ council, points, minority }: DemoHearingResponse): { key: string; body: readonly string[] }[] {
  return [...points, ...(minority ? [{ key: council, body: minority.body }] : [])];
}

interface ResponseProse {
  readonly general: readonly string[];
  readonly minority: readonly string[];
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

function responseJson(response: DemoHearingResponse, agreement: MadeAgreement): ResponseProse {
  const about = (key: string | null) =>
    response.points.filter((point) => point.focusAreaKey === key).flatMap(({ body }) => body);
  const sections = [...agreement.sections].map(([key, { id }]) => [id, about(key)] as const);
  return { general: about(null), minority: response.minority?.body ?? [], sections: new Map(sections) };
}

function fill(fragment: Y.XmlFragment, paragraphs: readonly string[]): void {
  if (paragraphs.length > 0) yFragment(richOf(paragraphs), fragment);
}

const OUTCOMES: Readonly<Record<DemoTreatment['outcome'], TreatmentOutcome>> = {
  accommodated: 'accommodated',
  partly: 'partlyAccommodated',
  noted: 'noted',
  'not-accommodated': 'notAccommodated',
};

function treated({ outcome, answer, reason }: DemoTreatment) {
  return { outcome: OUTCOMES[outcome], answer, reason };
}
