import { concernsOf, readFocusArea, type CaseArea } from '@enig/agreement';
import { decidingStepOf, hasApproved } from '@enig/approval';
import {
  type AgreementReads,
  type AgreementView,
  type ApprovalReads,
  type ApprovalView,
  type HearingReads,
  type PlaceStore,
  type RoundView,
  type VersionReads,
  type VersionView,
} from '@enig/data';
import type { CaseFacts, CaseHearing, CaseNews } from '@enig/documents';
import { holdsUpTheAgreement } from '@enig/hearing';
import { instantOf, type PartyId } from '@enig/kernel';
import type { Locale, Say } from '@enig/messages';
import { KLE } from '../bundle/case-files';
import { compared, newsOf, textsOf } from '../decision-overview/news';
import { OnePages } from '../decision-overview/one-pages';
import type { Papers } from '../treatment/papers';

/** The subjects a case is filed under, the first before all: the rest of the agreement's are about the agreement. */
const SUBJECTS = KLE.slice(0, 3);

/** In which language a case is begun, and where it is read. */
export interface CaseAt {
  readonly say: Say;
  readonly locale: Locale;
  readonly publicUrl: string;
}

/** Whether rounds that a party held for its own bodies are told of: only to the party itself (AC-23). */
export type WithOwnRounds = boolean;

/** What every party's case on a version has in common, read once. */
export interface CaseGround {
  readonly view: AgreementView;
  readonly approval: ApprovalView;
  readonly version: VersionView;
  readonly areas: readonly CaseArea[];
  readonly economy: CaseFacts['economy'];
  /** Rounds on the agreement's own text that are closed, oldest first. */
  readonly rounds: readonly RoundView[];
}

/** What a case is made of. */
export interface CaseReadings {
  readonly agreements: AgreementReads;
  readonly approvals: ApprovalReads;
  readonly versions: VersionReads;
  readonly hearings: HearingReads;
  readonly places: PlaceStore;
  readonly papers: Papers;
}

/** Gathers what cases begin with (CA-2): from what was put to the parties. Asks for no rights: its callers have. */
export class CaseSources {
  constructor(private readonly reads: CaseReadings) {}

  /** What all cases have in common; null while no text has been put to the parties. */
  async ground(view: AgreementView, at: CaseAt): Promise<CaseGround | null> {
    const { agreements, approvals, versions, hearings } = this.reads;
    const approval = await approvals.viewOf(view);
    const version = approval && (await versions.version(approval.chain.version));
    if (!approval || !version) return null;
    const page = await new OnePages(agreements, approvals, versions, hearings).of(view.row.id, { ...at, party: null });
    const rounds = (await hearings.roundsOf(view.row.id)).filter(
      ({ round }) => holdsUpTheAgreement(round) && round.state === 'closed',
    );
    return {
      ...{ view, approval, version, rounds, areas: await this.areas(view, version) },
      economy: page?.economy ?? [],
    };
  }

  /** What a party's case begins with. */
  async facts(ground: CaseGround, party: PartyId, withOwnRounds: WithOwnRounds, at: CaseAt): Promise<CaseFacts> {
    const { agreements, versions } = this.reads;
    const { view, approval, version, areas, economy } = ground;
    const { row, parties } = view;
    const council = parties.find((each) => each.party === party)?.council;
    const bodies = await this.reads.places.bodies(council === undefined ? [] : [council]);
    const { title } = version.manifest.agreement;
    return {
      party: approval.shortNames.get(party) ?? party,
      council: (council === undefined ? undefined : bodies.get(council)?.name) ?? '',
      ...{ title, number: version.row.number, version: version.row.hash },
      ...{ from: row.periodFrom, to: row.periodTo, deadline: row.deadline, partyCount: parties.length },
      concerns: concernsOf(party, areas),
      news:
        (await this.newsFor(ground, party, at)) ??
        (await newsOf({ agreements, versions, party, ...at }, view, version)),
      economy,
      hearing: await this.hearing(ground, party, withOwnRounds, at),
      ...{ ground: decidingStepOf(approval.chain, party).ground, kle: SUBJECTS },
    };
  }

  private async areas(view: AgreementView, version: VersionView): Promise<readonly CaseArea[]> {
    const contents = await this.reads.versions.texts(version.row.hash);
    const coordinators = new Map(view.sections.map((section) => [section.row.id, section.coordinators]));
    return textsOf(version).flatMap(({ section, kind, number, title }): CaseArea[] => {
      const read =
        kind === 'focusArea' ? readFocusArea(contents.find((each) => each.section === section)?.content) : null;
      if (!read?.ok) return [];
      const { goals, actions } = read.value;
      return [{ section, number, title, coordinators: coordinators.get(section) ?? [], goals, actions }];
    });
  }

  /** Since the party last approved a text of this agreement; null where it never has. */
  private async newsFor({ approval, version }: CaseGround, party: PartyId, { say }: CaseAt): Promise<CaseNews | null> {
    const put = approval.head.events.flatMap((event) =>
      event.event === 'freezeForDecision' && event.version !== null ? [event.version] : [],
    );
    const all = { ...approval.chain, decisions: approval.decisions };
    const approved = put.findLast((each) => each !== version.row.hash && hasApproved(all, party, each));
    const before = approved === undefined ? null : await this.reads.versions.version(approved);
    if (!before) return null;
    const name = approval.shortNames.get(party) ?? party;
    const since = say('casePrefill.approved', { party: name, number: before.row.number });
    return { since, ...compared(textsOf(before), textsOf(version), (section) => section) };
  }

  private async hearing(
    { rounds }: CaseGround,
    party: PartyId,
    withOwnRounds: WithOwnRounds,
    { say, publicUrl }: CaseAt,
  ): Promise<readonly CaseHearing[] | null> {
    const told = rounds.filter(({ round: { owner } }) => owner === null || (withOwnRounds && owner === party));
    if (told.length === 0) return null;
    const asked = told.flatMap((round) => round.responses.map((response) => ({ round, response })));
    const bodies = await this.reads.places.bodies(asked.map(({ response }) => response.row.body));
    const own = asked.filter(({ response }) => {
      const body = bodies.get(response.row.body);
      return body?.kind === 'disabilityCouncil' && body.party === party;
    });
    const at = { say, withDraft: false, madeAt: instantOf(new Date()), publicUrl };
    return Promise.all(
      own.map(async ({ round, response }): Promise<CaseHearing> => {
        const used = await this.reads.papers.used(round, response, at);
        const points = used?.themes.flatMap((theme) => theme.points) ?? [];
        return {
          council: bodies.get(response.row.body)?.name ?? '',
          about: await this.reads.hearings.whatIsHeard(round.row),
          reference: used?.reference ?? null,
          points: points.flatMap(({ words, answered }) =>
            answered ? [{ words, outcome: answered.outcome, answer: answered.answer }] : [],
          ),
        };
      }),
    );
  }
}
