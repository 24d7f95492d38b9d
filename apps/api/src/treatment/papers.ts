import {
  AgreementReads,
  GivingWay,
  HearingReads,
  PlaceStore,
  ScreeningStore,
  TreatmentReads,
  pointOfNothing,
  type AgreementView,
  type AnswerAsShown,
  type HeardAndAfter,
  type PointView,
  type ResponseView,
  type RoundView,
} from '@enig/data';
import type { Answered, MemoData, MemoTheme, TextChange, TreatedPoint, UsedData } from '@enig/documents';
import type { SubmissionId } from '@enig/hearing';
import {
  daysBetween,
  localDateAt,
  type BodyId,
  type Instant,
  type Json,
  type RoundId,
  type SectionId,
} from '@enig/kernel';
import type { Say } from '@enig/messages';
import { Injectable } from '@nestjs/common';
import { coveringIn } from '../hearing/shown-answers';
import { TextThreads } from '../threads/text-threads';
import { covererIn, signsIn } from './covered';
import { changesIn, changesOf, numbered } from './paper-changes';
import { aboutOf } from './said-how';

/** What a paper is made of besides what is recorded. */
export interface PaperAt {
  readonly say: Say;
  /** Whether the draft may be shown where no version follows. */
  readonly withDraft: boolean;
  readonly madeAt: Instant;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
  /** Is called when all is read and texts are compared. */
  readonly comparing?: () => void;
}

/** A round, its agreement, and what papers about it say. */
interface About {
  readonly round: RoundView;
  readonly agreement: AgreementView;
  readonly texts: HeardAndAfter;
  readonly bodies: ReadonlyMap<BodyId, string>;
  /** The changes answers point at, by section and state. */
  readonly linked: ReadonlyMap<string, TextChange>;
  /** A paper is handed on: it says what others may read of the answers, whoever asks for it (HE-50). */
  readonly answers: ReadonlyMap<SubmissionId, AnswerAsShown>;
  /** Words with every personal number in them covered. */
  readonly covered: (words: string) => string;
}

/** Gathers what a memo, and a council's page on how its answer was used, say. Asks for no rights: its callers have. */
@Injectable()
export class Papers {
  constructor(
    private readonly hearings: HearingReads,
    private readonly agreements: AgreementReads,
    private readonly places: PlaceStore,
    private readonly texts: TreatmentReads,
    private readonly screenings: ScreeningStore,
    private readonly threads: TextThreads,
  ) {}

  /** A round; null for no such round. */
  round(id: RoundId): Promise<RoundView | null> {
    return this.hearings.round(id);
  }

  /** What changes when a paper on a round does. */
  stamp(round: RoundView, agreement: AgreementView, withDraft: boolean): Promise<Json> {
    return this.texts.stamp(round, agreement, withDraft);
  }

  /** What the memo on a round says. */
  async memo(round: RoundView, at: PaperAt): Promise<MemoData> {
    const about = await this.about(round, round.points, at);
    const { row, extensions, endedAt } = round;
    const endedOn = endedAt && localDateAt(endedAt);
    const from = localDateAt(row.openedAt);
    const { dueDate: to, shortReason, state } = round.round;
    const { after } = about.texts;
    const comparing = { compare: this.threads.compare, say: at.say };
    return {
      label: about.agreement.row.label,
      ...{ about: await this.hearings.whatIsHeard(row), owner: await this.ownerOf(about), number: row.number, state },
      ...{ from, to, days: daysBetween(from, to), shortReason },
      extensions: extensions.map(({ dueDate, reason }) => ({ dueDate, reason })),
      endedOn: endedOn && endedOn < to ? endedOn : null,
      bodies: round.responses.map((response) => heardBody(response, about)),
      themes: await themesOf(about, round.points, at.say, true),
      comparedWith: after && nameOfAfter(after.version, at.say),
      changes: await changesOf(about.texts, round.round.sections, comparing),
      madeAt: at.madeAt,
      address: `${at.publicUrl}/aftaler/${row.agreement}/hoeringsnotat/${row.id}`,
    };
  }

  /** What became of a council's answer. @returns null where none stands. */
  async used(round: RoundView, response: ResponseView, at: PaperAt): Promise<UsedData | null> {
    const { standing } = response;
    if (!standing) return null;
    const points = round.points.filter((point) => point.response === response.row.id);
    const about = await this.about(round, points, at);
    const { row } = round;
    return {
      label: about.agreement.row.label,
      ...{ about: await this.hearings.whatIsHeard(row), owner: await this.ownerOf(about), state: round.round.state },
      council: about.bodies.get(response.row.body) ?? '',
      ...{ reference: standing.row.reference, sentAt: standing.row.submittedAt, isLate: standing.row.late },
      themes: await themesOf(about, points, at.say, false),
      madeAt: at.madeAt,
      address: `${at.publicUrl}/aftaler/${row.agreement}/hoering/${row.id}/brugt/${response.row.id}`,
    };
  }

  private async about(round: RoundView, points: readonly PointView[], at: PaperAt): Promise<About> {
    const agreement = await this.agreements.view(round.row.agreement);
    if (!agreement) throw new Error(`The round ${round.row.id} hangs on no agreement`);
    const texts = await this.texts.heardAndAfter(round, agreement, at.withDraft);
    const rows = await this.places.bodies(round.responses.map(({ row }) => row.body));
    const bodies = new Map([...rows].map(([id, { name }]) => [id, name]));
    const answers = await this.screenings.asShown(round, coveringIn(at.say));
    const about = { round, agreement, texts, bodies, answers, covered: covererIn(at.say) };
    at.comparing?.();
    return { ...about, linked: await this.linked(about, points, at.say) };
  }

  /** The changes that answers point at: each read once, however many answers point at it. */
  private async linked(about: Omit<About, 'linked'>, points: readonly PointView[], say: Say) {
    const links = new Map(
      points.flatMap(({ treatment }) => (treatment?.link ? [[keyOf(treatment.link), treatment.link]] : [])),
    );
    const { before, after } = about.texts;
    const found = await Promise.all(
      [...links].map(async ([key, link]) => {
        const then = link.seq === null ? after?.texts.get(link.section) : await this.texts.at(link, about.agreement);
        return then ? [{ key, before: before.get(link.section) ?? null, after: then }] : [];
      }),
    );
    const pairs = found.flat();
    const changes = await changesIn(pairs, { compare: this.threads.compare, say });
    return new Map(pairs.flatMap(({ key }, index) => (changes[index] ? [[key, changes[index]]] : [])));
  }

  private async ownerOf({ round }: About): Promise<string> {
    const { owner } = round.round;
    if (owner !== null) return (await this.places.parties([owner])).get(owner)?.name ?? '';
    return (await this.places.bodies([round.row.body])).get(round.row.body)?.name ?? '';
  }
}

function heardBody({ row, standing }: ResponseView, { bodies }: About): MemoData['bodies'][number] {
  const sent = standing?.row ?? null;
  return { name: bodies.get(row.body) ?? '', answeredAt: sent?.submittedAt ?? null, isLate: sent?.late ?? false };
}

/**
 * Points by what they are about, in the order of what was heard: what is said in general first, and last what hangs on
 * something that was not heard.
 *
 * @param withEmpty whether a focus area nobody said anything about is there too.
 */
async function themesOf(
  about: About,
  points: readonly PointView[],
  say: Say,
  withEmpty: boolean,
): Promise<readonly MemoTheme[]> {
  const { round, texts, agreement } = about;
  const rest = agreement.sections.map(({ row }) => row.id).filter((id) => !round.round.sections.includes(id));
  const bySection = new Map<SectionId | null, TreatedPoint[]>();
  const late = new Set(round.responses.filter(({ standing }) => standing?.row.late).map(({ row }) => row.id));
  await new GivingWay().each(points, signsIn, (point) => {
    const own = bySection.get(point.row.section) ?? [];
    own.push(treated(point, about, { isLate: late.has(point.response), say }));
    bySection.set(point.row.section, own);
  });
  const titled = (section: SectionId): string => {
    const text = texts.before.get(section) ?? texts.after?.texts.get(section);
    return text ? numbered(text) : titleInRow(agreement, section);
  };
  const themes = [...round.round.sections, ...rest].map((section) => ({
    section,
    theme: { title: titled(section), points: bySection.get(section) ?? [] },
  }));
  const heard = new Set<SectionId>(round.round.sections);
  return [
    { title: null, points: bySection.get(null) ?? [] },
    ...themes
      .filter(({ section, theme }) => theme.points.length > 0 || (withEmpty && heard.has(section)))
      .map(({ theme }) => theme),
  ];
}

function titleInRow(agreement: AgreementView, section: SectionId): string {
  return agreement.sections.find(({ row }) => row.id === section)?.text.title ?? '';
}

function treated(
  { row, council, treatment }: PointView,
  { bodies, linked, answers, covered }: About,
  { isLate, say }: { readonly isLate: boolean; readonly say: Say },
): TreatedPoint {
  const answer = answers.get(row.submission);
  const { excerpt, source } = answer ? answer.point(row) : pointOfNothing(row, coveringIn(say));
  const answered: Answered | null = treatment && {
    ...{ given: treatment.given, outcome: treatment.outcome },
    ...{ answer: covered(treatment.answer), reason: covered(treatment.reason) },
    change: treatment.link && (linked.get(keyOf(treatment.link)) ?? null),
  };
  return {
    ...{ label: row.label, council: bodies.get(council) ?? '', isMinority: row.place === 'minority', isLate, answered },
    ...{ kind: source.kind, about: aboutOf(source, say), words: covered(excerpt) },
  };
}

function nameOfAfter(version: number | null, say: Say): string {
  return version === null ? say('memo.draft') : say('memo.nextVersion', { number: version });
}

function keyOf({ section, seq }: { readonly section: SectionId; readonly seq: number | null }): string {
  return `${section} ${seq ?? 'next'}`;
}
