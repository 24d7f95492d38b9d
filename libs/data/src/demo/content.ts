/**
 * The shape of the demo's prose. Everything the demo shows is data of these types, opdigtet til demonstration; the
 * loader turns it into rows. Numbers of days count from the day the demo is seeded, so that deadlines lie ahead.
 */

/** A party of the demo agreements (da: aftalepart): a municipality by its kommunekode, or Region Sjælland. */
export type PartyKey = `municipality:${string}` | 'region:1085';

/** A body people of the demo hold seats in (da: organ). The part after the colon is a kommunekode or a regionskode. */
export type BodyKey =
  | `municipal-council:${string}`
  | `administration:${string}`
  | `disability-council:${string}`
  | `secretariat:${string}`
  | `regional-council:${string}`
  | `contact-council:${string}`
  | `steering-group:${string}`
  | `steering-board:${string}`
  | `executive-network:${string}`
  | `user-organisation:${string}`;

/** What a demo person does in a body (da: rolle). */
export type SeatKind =
  | 'secretariat-officer'
  | 'coordinator'
  | 'case-officer'
  | 'council-secretary'
  | 'disability-council-chair'
  | 'disability-council-deputy'
  | 'disability-council-member'
  | 'disability-council-secretary'
  | 'spokesperson'
  | 'councillor';

/** The seven things a steering agreement must contain (da: styringsaftalens lovpligtige indhold). */
export type StatutoryContent =
  | 'covered-services'
  | 'rate-development'
  | 'price-structure'
  | 'opening-and-closing'
  | 'cost-recovery'
  | 'settlement-deadlines'
  | 'takeover';

/** A titled piece of text. Each string is one paragraph; a string that starts with '- ' is a bullet. */
export interface DemoItem {
  readonly title: string;
  readonly body: readonly string[];
}

/** A goal (da: mål). An empty criterion means that the text lacks one, on purpose. */
export interface DemoGoal extends DemoItem {
  readonly criterion: string;
  readonly owner: PartyKey | null;
  readonly dueInDays: number | null;
}

/** A planned action (da: handling). */
export interface DemoAction extends DemoItem {
  readonly responsible: PartyKey | null;
  readonly fromInDays: number | null;
  readonly toInDays: number | null;
}

/** What became of an earlier focus area, or of a proposal, in the new agreement. */
export type LineageRelation =
  | 'continued'
  | 'merged'
  | 'became-theme'
  | 'built-into-process'
  | 'mentioned-in-actions'
  | 'own-focus-area'
  | 'dropped'
  | 'new';

/**
 * One line of descent (da: afstamning). `from` is the key of a focus area of the earlier agreement, or the name of a
 * proposal. `basis` tells whether the proposal of 2020 says so itself, or whether it is read out of it.
 */
export interface DemoLineage {
  readonly from: string;
  readonly relation: LineageRelation;
  readonly basis: 'document' | 'interpretation';
  readonly note: string;
}

/** How far an earlier focus area came, as the proposal of 2020 tells it. */
export interface DemoOutcome {
  readonly state: 'results' | 'partly' | 'remaining';
  readonly body: readonly string[];
}

/** A focus area (da: fokusområde) with all its slots. */
export interface DemoFocusArea {
  readonly key: string;
  readonly title: string;
  readonly strand: 'development' | 'steering';
  readonly coordinators: readonly PartyKey[];
  readonly intro: readonly string[];
  readonly goals: readonly DemoGoal[];
  readonly themes: readonly DemoItem[];
  readonly actions: readonly DemoAction[];
  /** Plain-language companion (da: letlæst udgave); empty where none is written. */
  readonly easyRead: readonly string[];
  readonly lineage: readonly DemoLineage[];
  /** Only for an agreement that has run out. */
  readonly outcome?: DemoOutcome;
}

/** A chapter (da: kapitel) outside the focus areas. */
export interface DemoChapter extends DemoItem {
  readonly key: string;
  readonly covers?: StatutoryContent;
}

/** A small annex file (da: bilag), numbered within its part; the numbers may have gaps. */
export interface DemoAnnex {
  readonly part: 'development' | 'steering';
  readonly number: number;
  readonly title: string;
  readonly fileName: string;
  readonly text: string;
}

/** One of the nine proposals put forward at the dialogue meeting of 29 November 2019 (da: forslag til fokusområde). */
export interface DemoProposal {
  readonly number: number;
  readonly name: string;
}

/** A whole demo agreement (da: rammeaftale). `label` must be shown wherever the title is. */
export interface DemoAgreement {
  readonly key: string;
  readonly title: string;
  readonly label: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly developmentChapters: readonly DemoChapter[];
  readonly focusAreas: readonly DemoFocusArea[];
  readonly steeringChapters: readonly DemoChapter[];
  readonly annexes: readonly DemoAnnex[];
  /** What did not end in a focus area: dropped, or built into the process. */
  readonly lineageOutsideFocusAreas: readonly DemoLineage[];
}

/** One seat of a demo person (da: plads i et organ). */
export interface DemoSeat {
  readonly body: BodyKey;
  readonly kind: SeatKind;
}

/** An invented person. `persona` is a stable ASCII slug that tests and outside clients sign in with. */
export interface DemoPerson {
  readonly persona: string;
  readonly name: string;
  readonly email: string;
  readonly seats: readonly DemoSeat[];
}

/** One point of a hearing response; `focusAreaKey` is null for a remark on the whole. */
export interface DemoHearingPoint {
  readonly key: string;
  readonly focusAreaKey: string | null;
  readonly body: readonly string[];
}

/** What a minority of a council wants noted (da: mindretalsudtalelse). */
export interface DemoMinorityStatement {
  readonly personas: readonly string[];
  readonly body: readonly string[];
}

/** A hearing response (da: høringssvar) from one disability council. */
export interface DemoHearingResponse {
  readonly council: BodyKey;
  readonly submittedBy: string;
  readonly points: readonly DemoHearingPoint[];
  readonly minority: DemoMinorityStatement | null;
}

/** How one point was treated (da: behandling af et høringssvar). */
export interface DemoTreatment {
  readonly point: string;
  readonly outcome: 'accommodated' | 'partly' | 'noted' | 'not-accommodated';
  readonly answer: string;
  readonly reason: string;
}

/** What a treatment has led to in the text: a paragraph more, or the words of a field that had none. */
export interface DemoRevision {
  /** The point it was promised in answer to. */
  readonly point: string;
  readonly focusAreaKey: string;
  readonly place:
    | 'intro'
    | 'easyRead'
    | {
        readonly list: 'goals' | 'themes' | 'actions';
        readonly title: string;
        readonly field: 'body' | 'criterion';
      };
  readonly adds: string;
}

/** A party's decision. The meeting is held and the decision made when `meetingInDays` is negative; else it is planned. */
export interface DemoDecision {
  readonly party: PartyKey;
  readonly body: BodyKey;
  readonly committee: string;
  readonly itemNumber: string;
  readonly meetingInDays: number;
  readonly outcome: 'approved' | 'approved-with-remark';
  readonly wording: string;
  readonly remark: string | null;
}
