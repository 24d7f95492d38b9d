import { readFocusArea, type FocusArea } from '@enig/agreement';
import { PARTY_STANDINGS, standing } from '@enig/approval';
import type {
  AgreementReads,
  AgreementView,
  ApprovalReads,
  ApprovalView,
  HearingReads,
  VersionReads,
  VersionView,
} from '@enig/data';
import type { OnePageData, OnePageHearing, OnePageNews } from '@enig/documents';
import { holdsUpTheAgreement, TREATMENT_OUTCOMES } from '@enig/hearing';
import type { AgreementId, PartyId, SectionId, VersionHash } from '@enig/kernel';
import { sortDanish, type Locale, type Say } from '@enig/messages';
import { plainText, sentencesIn, type TextJson } from '@enig/text';
import { boardSentence } from '../approval/sentence';
import { newsOf } from './news';

/** For whom a page is made, and in which language. */
export interface OnePageFor {
  /** Null: for all. */
  readonly party: PartyId | null;
  readonly say: Say;
  readonly locale: Locale;
  readonly publicUrl: string;
  /** Whether it is read by anybody: then it knows only what is published (AG-37). */
  readonly isPublic?: true;
}

/** What of the seven contents of a steering agreement is about money. */
const ECONOMY: readonly string[] = ['rateDevelopment', 'priceStructure', 'costInclusion'];

/** Gathers what the page for politicians says: from what was put to the parties, and from counts. */
export class OnePages {
  constructor(
    private readonly agreements: AgreementReads,
    private readonly approvals: ApprovalReads,
    private readonly versions: VersionReads,
    private readonly hearings: HearingReads,
  ) {}

  /** Null while no text has been put to the parties, and for no such agreement. */
  async of(agreement: AgreementId, whom: OnePageFor): Promise<OnePageData | null> {
    const view = await this.agreements.view(agreement);
    const approval = view && (await this.approvals.viewOf(view));
    const version = approval && (await this.versions.version(approval.chain.version));
    if (!view || !approval || !version) return null;
    const texts = new Map((await this.versions.texts(version.row.hash)).map((text) => [text.section, text.content]));
    const areas = areasIn(version, texts);
    const { row } = view;
    const shortOf = (party: PartyId) => approval.shortNames.get(party) ?? party;
    return {
      ...{ title: version.manifest.agreement.title, from: row.periodFrom, to: row.periodTo, deadline: row.deadline },
      label: row.label,
      version: version.row.number,
      sentence: boardSentence(whom, approval),
      partyCount: approval.chain.parties.length,
      isDeciding: approval.chain.isDeciding,
      party: whom.party === null ? null : shortOf(whom.party),
      areas: areas.map(({ title, goals }) => ({ title, goals: goals.map((goal) => goal.title) })),
      news: await newsOf({ agreements: this.agreements, versions: this.versions, ...whom }, view, version),
      ...asked(view, version, areas, whom.party),
      economy: economyIn(view, version, texts),
      hearing: await this.hearing(agreement, whom.say),
      standings: standingsOf(approval, whom.say),
      address: addressOf(agreement, whom),
    };
  }

  /** What is new in a version alone; null where there is nothing to compare it with. */
  async news(
    view: AgreementView,
    put: VersionHash,
    whom: Pick<OnePageFor, 'party' | 'say' | 'locale'>,
  ): Promise<OnePageNews | null> {
    const version = await this.versions.version(put);
    return version && newsOf({ agreements: this.agreements, versions: this.versions, ...whom }, view, version);
  }

  /** The latest hearing of the agreement's own text, in counts: what is said in it stays where it is. */
  private async hearing(agreement: AgreementId, say: Say): Promise<OnePageHearing | null> {
    const rounds = (await this.hearings.roundsOf(agreement)).filter(({ round }) => holdsUpTheAgreement(round));
    const last = rounds.at(-1);
    if (!last) return null;
    const isClosed = last.round.state === 'closed';
    const treated = isClosed ? last.points.flatMap(({ treatment }) => treatment?.outcome ?? []) : [];
    const counts = TREATMENT_OUTCOMES.map((outcome) => ({
      name: say(`treatment.${outcome}`),
      count: treated.filter((each) => each === outcome).length,
    }));
    return {
      asked: last.round.invited.length,
      answered: last.responses.filter((response) => response.standing !== null).length,
      runsTo: last.round.state === 'collecting' ? last.round.dueDate : null,
      outcomes: counts.filter(({ count }) => count > 0),
    };
  }
}

/** Where the page is read on screen. */
function addressOf(agreement: AgreementId, { party, publicUrl, isPublic }: OnePageFor): string {
  if (isPublic) return new URL(`/aftale/${agreement}/kort`, publicUrl).href;
  const asked = party === null ? '' : `?part=${encodeURIComponent(party)}`;
  return new URL(`/aftaler/${agreement}/kort${asked}`, publicUrl).href;
}

type Area = FocusArea & { readonly section: SectionId };

function areasIn({ manifest }: VersionView, texts: ReadonlyMap<SectionId, TextJson>): readonly Area[] {
  return manifest.parts.flatMap((part) =>
    part.texts.flatMap(({ section, kind }): Area[] => {
      if (kind !== 'focusArea') return [];
      const read = readFocusArea(texts.get(section));
      return read.ok ? [{ ...read.value, section }] : [];
    }),
  );
}

/** What the text says a party is to do, and what it looks after. */
function asked(
  view: AgreementView,
  version: VersionView,
  areas: readonly Area[],
  party: PartyId | null,
): Pick<OnePageData, 'coordinates' | 'actions'> {
  if (party === null) return { coordinates: [], actions: [] };
  const own = new Set(
    view.sections.filter(({ coordinators }) => coordinators.includes(party)).map(({ row }) => row.id),
  );
  const titles = version.manifest.parts.flatMap((part) => part.texts);
  return {
    coordinates: titles.filter(({ section }) => own.has(section)).map(({ title }) => title),
    actions: areas.flatMap((area) =>
      area.actions
        .filter(({ responsible }) => responsible === party)
        .map(({ title, to }) => ({ title, area: area.title, to })),
    ),
  };
}

/** The first sentence of each chapter about money: nobody retells it here. */
function economyIn(
  { sections }: AgreementView,
  { manifest }: VersionView,
  texts: ReadonlyMap<SectionId, TextJson>,
): OnePageData['economy'] {
  const about = new Set(
    sections.filter(({ row }) => row.covers !== null && ECONOMY.includes(row.covers)).map(({ row }) => row.id),
  );
  return manifest.parts
    .flatMap((part) => part.texts)
    .filter(({ section }) => about.has(section))
    .flatMap(({ section, title }) => {
      const content = texts.get(section);
      const said = content?.kind === 'chapter' ? plainText(content.body) : '';
      const [first] = sentencesIn(said);
      return first ? [{ section: title, quote: said.slice(first.start, first.end) }] : [];
    });
}

/** What no party has come to is left out. */
function standingsOf({ chain, shortNames }: ApprovalView, say: Say): OnePageData['standings'] {
  return PARTY_STANDINGS.map((each) => ({
    name: say(`partyStanding.${each}`),
    parties: sortDanish(
      chain.parties.filter((party) => standing(chain, party) === each).map((party) => shortNames.get(party) ?? party),
    ),
  })).filter(({ parties }) => parties.length > 0);
}
