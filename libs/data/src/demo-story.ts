import { randomUUID } from 'node:crypto';
import type { TreatmentOutcome } from '@enig/hearing';
import {
  addDays,
  brandId,
  endOfDay,
  instantFromMillis,
  type BodyId,
  type ItemId,
  type LocalDate,
  type PartyId,
  type RoundId,
  type VersionHash,
} from '@enig/kernel';
import { addItem, writtenNoted } from '@enig/text';
import type { Clock } from './act';
import { ApprovalStore } from './approval-store';
import type { Cast } from './demo-people';
import { done, unheard, type MadeAgreement, type Making } from './demo-agreement';
import { richOf } from './demo-text';
import {
  demoComment,
  demoDecisions,
  demoOwnHearing,
  demoRedactionReason,
  demoResponses,
  demoStatement,
  demoTreatments,
  type DemoHearingResponse,
  type DemoTreatment,
} from './demo';
import { HearingReads } from './hearing-reads';
import { HearingStore } from './hearing-store';
import { MeetingStore } from './overview/meeting-store';
import { PersonSchema } from './people';
import { PointStore } from './point-store';
import { ResponseStore } from './response-store';
import type { DueTimer } from './jobs/timers';
import { recordVisit } from './round-visits';
import { ScreeningStore } from './screening/screening-store';
import { TimeRequestStore } from './time-requests';
import { turnAgreement } from './turns';
import { fillIn, firstWordsOf, responseJson, writeAs } from './demo-answers';

/** What happens to an agreement in the demo, on days counted from today. */
export class DemoStory {
  constructor(
    private readonly making: Making,
    private readonly cast: Cast,
    private readonly agreement: MadeAgreement,
  ) {}

  /** Sends the draft out to the councils that answer in the demo. */
  async openHearing(openedInDays: number, dueInDays: number): Promise<RoundId> {
    const invited = demoResponses.map(({ council }) => brandId<BodyId>(council));
    const dueDate = addDays(this.making.today, dueInDays);
    const heard = { kind: 'freeze', sections: null } as const;
    const input = { owner: null, heard, invited, dueDate, shortReason: '' };
    return done(await new HearingStore(this.ground(openedInDays)).open(this.agreement.id, input, this.making.secretary))
      .round;
  }

  /** A municipality hears its own council, and its residents' council, about something of its own. */
  async openOwn(openedInDays: number, dueInDays: number): Promise<void> {
    const { owner, openedBy, invited, title, text, easyRead } = demoOwnHearing;
    const heard = { kind: 'document', document: { title, text, easyRead, files: [] } } as const;
    const input = {
      ...{ owner: brandId<PartyId>(owner), heard, invited: invited.map((each) => brandId<BodyId>(each)) },
      ...{ dueDate: addDays(this.making.today, dueInDays), shortReason: '' },
    };
    const officer = this.cast.actor(openedBy);
    done(await new HearingStore(this.ground(openedInDays)).open(this.agreement.id, input, officer));
  }

  /** Some have opened the material; one council asks for more time. */
  async askForTime(round: RoundId, inDays: number): Promise<void> {
    const readers = ['handicapraad-formand-greve', 'handicapraad-medlem-1-holbaek', 'handicapraad-formand-naestved'];
    for (const persona of readers) await recordVisit(this.making.source, round, this.cast.actor(persona));
    const chair = this.cast.actor('handicapraad-formand-naestved');
    const wanted = addDays(this.making.today, 25);
    const asked = {
      body: chair.body,
      wanted,
      reason: 'Rådet har lige fået nye medlemmer og mødes først i næste måned.',
    };
    done(await new TimeRequestStore(this.ground(inDays)).ask(round, asked, chair));
  }

  /** Publishes what was answered, without the number that stands in one of the answers. */
  async publish(round: RoundId, inDays: number): Promise<void> {
    const [store, { secretary }] = [new ScreeningStore(this.ground(inDays)), this.making];
    const view = await new HearingReads(this.making.source).round(round);
    const screening = view && (await store.of(view));
    for (const { submission, slots } of screening?.submissions ?? [])
      for (const slot of slots)
        for (const { start, end } of slot.findings) {
          if (start === null || end === null) continue;
          const left = { submission: submission.row.id, slot: slot.key, start, end, reason: demoRedactionReason };
          done(await store.redact(round, left, secretary));
        }
    done(await store.publish(round, secretary));
  }

  /** Councils' secretaries enter when they meet, in days from today. */
  async meet(days: Readonly<Record<string, readonly number[]>>): Promise<void> {
    const store = new MeetingStore(this.ground(0));
    for (const [body, inDays] of Object.entries(days)) {
      const secretary = this.cast.inBody(body, ['disabilityCouncilSecretary', 'disabilityCouncilChair']);
      if (!secretary) throw new Error(`The demo has nobody who enters the meetings of ${body}`);
      for (const day of inDays) {
        done(await store.add(brandId<BodyId>(body), addDays(this.making.today, day), secretary));
      }
    }
  }

  /** The first so many councils write their responses; those with a day send them that day. */
  async respond(round: RoundId, days: readonly (number | null)[]): Promise<void> {
    const views = await new HearingReads(this.making.source).round(round);
    for (const [index, response] of demoResponses.entries()) {
      const day = days[index];
      const view = views?.responses.find(({ row }) => row.body === response.council);
      if (day === undefined || !view) continue;
      const chair = this.cast.actor(response.submittedBy);
      await writeAs(this.making.source, view.row.text, chair, (doc) =>
        fillIn(doc, responseJson(response, this.agreement)),
      );
      if (day === null) continue;
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
      const { secretary } = this.making;
      done(await new PointStore(this.ground(inDays)).treat(round, [point.row], treated(treatment), secretary));
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
        ...{ agreement: this.agreement.id, party, body: brandId<BodyId>(decision.body), version, step: 'council' },
        outcome: decision.outcome === 'approved' ? ('approved' as const) : ('approvedWithRemark' as const),
        meetingDate: addDays(this.making.today, inDays),
        ...{ item: decision.itemNumber, wording: decision.wording, reason: decision.remark ?? '' },
        ...{ nextMeeting: null, supersedes: null, minority: '', reaffirms: null },
        ...{ minutesLink: null, minutesFile: null, minutesName: null },
      };
      done(await new ApprovalStore(this.ground(inDays)).record(input, { kind: 'ownPeople', party }, secretary));
    }
  }

  /** What has come into force or ended since is noted on its day (AG-40). */
  async turn(): Promise<void> {
    const { source, today } = this.making;
    const timers = await source.query<(DueTimer & { readonly day: LocalDate })[]>(
      `SELECT key, kind, subject, payload, (due_at AT TIME ZONE 'Europe/Copenhagen')::date::text AS day FROM timer
       WHERE kind = 'agreementTurn' AND subject = $1 AND due_at <= $2 ORDER BY due_at`,
      [this.agreement.id, endOfDay(today)],
    );
    for (const { day, ...timer } of timers) {
      await source.transaction((manager) => turnAgreement(manager, timer, onDay(day, 0)));
      await source.query('UPDATE timer SET fired_at = clock_timestamp() WHERE key = $1', [timer.key]);
    }
  }

  /** One council's secretary notes what was said by telephone, and a member puts a comment on the text. */
  async remark(round: RoundId): Promise<void> {
    const view = await new HearingReads(this.making.source).round(round);
    const response = view?.responses.find(({ row }) => row.body === demoStatement.council);
    const [said, commented] = [demoStatement, demoComment].map((each) =>
      this.agreement.sections.get(each.focusAreaKey),
    );
    if (!view?.row.version || !response || !said || !commented) throw new Error('The demo has nothing to remark on');
    const anchor = await firstWordsOf(this.making.source, view.row.version, commented.id);
    const secretary = this.cast.inBody(demoStatement.council, ['disabilityCouncilSecretary']);
    if (!secretary) throw new Error(`The demo has nobody who writes for ${demoStatement.council}`);
    const { name } = await this.making.source.manager.findOneByOrFail(PersonSchema, { id: secretary.person });
    const noted = writtenNoted({ name, capacity: secretary.capacity });
    await writeAs(this.making.source, response.row.text, secretary, (doc) => {
      const on = addDays(this.making.today, -demoStatement.daysAgo);
      const call = {
        section: said.id,
        how: 'phone',
        who: demoStatement.who,
        on,
        noted,
        body: richOf(demoStatement.body),
      };
      addItem(doc, 'statements', { id: brandId<ItemId>(randomUUID()), values: call });
      const comment = { section: commented.id, anchor, body: richOf(demoComment.body) };
      addItem(doc, 'comments', { id: brandId<ItemId>(randomUUID()), values: comment });
    });
  }

  private ground(inDays: number) {
    const { source, today } = this.making;
    return { source, announce: unheard, clock: onDay(today, inDays) };
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

const OUTCOMES: Readonly<Record<DemoTreatment['outcome'], TreatmentOutcome>> = {
  accommodated: 'accommodated',
  partly: 'partlyAccommodated',
  noted: 'noted',
  'not-accommodated': 'notAccommodated',
};

function treated({ outcome, answer, reason }: DemoTreatment) {
  return { outcome: OUTCOMES[outcome], answer, reason };
}
