import type { AbilityBuilder } from '@casl/ability';
import type { BodyId, PartyId } from '@enig/kernel';
import type { AppAbility } from './ability';
import type { Seat, SeatKind } from './seat';
import type { TextSubject } from './subject';

type Can = AbilityBuilder<AppAbility>['can'];
type Rule = (can: Can, seat: Seat) => void;

const agreementTexts: TextSubject['kind'][] = ['focus-area', 'chapter', 'easy-read'];

/** AC-4: a seat in the region, or in a body of one of the parties, reads what is not a draft. */
export const ruleOfEverySeat: Rule = (can, { region, party }) => {
  can('read', ['Region', 'Agreement', 'Round'], { region });
  if (party) can('read', ['Agreement', 'Round'], { parties: { $in: [party] } });
  if (party) can('read', 'Agreement', { takers: { $in: [party] } });
  can('read', 'Party', { regions: { $in: [region] } });
  if (party) can('read', 'Party', { party });
};

/** What each kind of seat gives besides reading. Only what may be done is said; all else is forbidden (AC-1). */
export const rulesOf: Readonly<Record<SeatKind, Rule>> = {
  secretariatOfficer: secretariat,
  coordinator: (can, { party }) => {
    if (!party) return;
    readsDrafts(can, party);
    coordinates(can, party);
  },
  caseOfficer: (can, { party, body, region }) => {
    if (!party) return;
    readsDrafts(can, party);
    decidesFor(can, party);
    makesCaseFor(can, party);
    hears(can, party, region);
    // AC-14: a case belongs to the administration that writes it.
    can('read', 'Text', { kind: 'case', body });
    can('write', 'Text', { kind: 'case', body, writing: true, submitted: false });
  },
  councilSecretary: (can, { party, body, region }) => {
    if (!party) return decidesForAll(can, body);
    readsDrafts(can, party);
    decidesFor(can, party);
    makesCaseFor(can, party);
    hears(can, party, region);
  },
  councillor: () => undefined, // AC-11: reads what is frozen, and ruleOfEverySeat gives that
  disabilityCouncilChair: (can, { body }) => {
    answers(can, body);
    sends(can, body);
  },
  disabilityCouncilDeputy: (can, { body }) => {
    answers(can, body);
    sends(can, body);
  },
  disabilityCouncilSecretary: (can, { body }) => {
    answers(can, body);
    sends(can, body);
  },
  disabilityCouncilMember: (can, { body }) => answers(can, body),
  spokesperson: (can, { body }) => {
    answers(can, body);
    sends(can, body);
  },
  participant: (can, { body }) => answers(can, body),
};

/** AC-6, AC-7 and AC-25: everything around the text in its region, and the chapters. Never a decision, never a response. */
function secretariat(can: Can, { region }: Seat): void {
  can(['createAgreement', 'managePeople', 'addFile', 'setHearingDays'], 'Region', { region });
  can(['grant', 'end'], 'Seat', { region, isOwn: false }); // AC-13: nobody makes themselves a party's own people
  can(['readDraft', 'edit', 'freeze', 'openHearing', 'endHearing', 'reopenWriting', 'abandon'], 'Agreement', {
    region,
  });
  can('read', 'Section', { region });
  can('write', 'Section', { region, kind: 'chapter', writing: true });
  can('addEasyRead', 'Section', { region, kind: 'chapter' });
  can('read', 'Text', { region, kind: { $in: agreementTexts } });
  can('write', 'Text', { region, kind: { $in: agreementTexts }, sectionKind: 'chapter', writing: true });
  // AC-23: a party's own round is the party's.
  can(['open', 'oversee', 'extend', 'end', 'close'], 'Round', { region, owner: null });
  can('treat', 'Point', { region, owner: null });
  can('read', 'Case', { region, isSentOn: true }); // AC-28
  can('enterMeetings', 'Party', { regions: { $in: [region] } }); // AC-30: from the calendar a party publishes
  can('enterOnBehalf', 'Decision', { region, body: null }); // what a party's minutes say; no other body's
}

/**
 * AC-5: the draft is read in the administrations of the parties and by the secretaries of their councils; so is what has
 * come in to the secretariat's rounds, and to their own party's (AC-23).
 */
function readsDrafts(can: Can, party: PartyId): void {
  can('oversee', 'Round', { parties: { $in: [party] }, owner: { $in: [null, party] } });
  can('readDraft', 'Agreement', { parties: { $in: [party] } });
  can('read', 'Section', { parties: { $in: [party] } });
  can('read', 'Case', { parties: { $in: [party] }, isSentOn: true }); // AC-28
  can('read', 'Text', { kind: { $in: agreementTexts }, parties: { $in: [party] } });
}

/** AC-8: a tovholder writes, and answers the points about, what its party looks after. */
function coordinates(can: Can, party: PartyId): void {
  const own = { coordinators: { $in: [party] }, parties: { $in: [party] } };
  can('write', 'Section', { ...own, writing: true });
  can('addEasyRead', 'Section', own);
  can('write', 'Text', { ...own, kind: { $in: agreementTexts }, writing: true });
  can('treat', 'Point', { coordinators: { $in: [party] }, owner: { $in: [null, party] } });
}

/** AC-22: a party's own people hear the party's own bodies, with files of their own, and answer what these say. */
function hears(can: Can, party: PartyId, region: string): void {
  can('addFile', 'Region', { region });
  can(['open', 'extend', 'end', 'close'], 'Round', { owner: party, parties: { $in: [party] } });
  can('treat', 'Point', { owner: party });
}

/** AC-10: only a party's own people record or confirm its decision. */
function decidesFor(can: Can, party: PartyId): void {
  can(['decide', 'confirm'], 'Decision', { party });
  // AC-29, AC-30: and says which way it goes to it, and when its bodies meet.
  can(['setWay', 'enterMeetings'], 'Party', { party });
}

/** AC-27: a party's own people make the case for its bodies, read it while it is written, and send it on. */
function makesCaseFor(can: Can, party: PartyId): void {
  can(['read', 'make', 'sendOn'], 'Case', { party });
}

/**
 * AC-15: the secretary of a body that belongs to no party records what that body came to, and confirms what was entered of
 * it where it decides in place of a council that is gone (AP-21).
 */
function decidesForAll(can: Can, body: BodyId): void {
  can(['decide', 'confirm'], 'Decision', { party: null, body });
  can('enterMeetings', 'Party', { party: null, body }); // AC-30
}

/** AC-9, AC-21: every seat in a heard body reads and writes its own body's response, until it is submitted. */
function answers(can: Can, body: BodyId): void {
  can('read', 'Response', { body });
  can('read', 'Text', { kind: 'hearing-response', body });
  can('write', 'Text', { kind: 'hearing-response', body, writing: true, submitted: false });
}

/**
 * AC-9, AC-24, AC-26: chair, deputy and secretary (AC-21: the spokesperson) send it in, take it back, ask for more time
 * and write down what others have said.
 */
function sends(can: Can, body: BodyId): void {
  can(['submit', 'correct', 'withdraw', 'askMoreTime', 'noteSpoken'], 'Response', { body });
}
