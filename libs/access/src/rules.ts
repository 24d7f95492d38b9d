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
};

/** What each kind of seat gives besides reading. Only what may be done is said; all else is forbidden (AC-1). */
export const rulesOf: Readonly<Record<SeatKind, Rule>> = {
  secretariatOfficer: secretariat,
  coordinator: (can, { party }) => {
    if (!party) return;
    readsDrafts(can, party);
    coordinates(can, party);
  },
  caseOfficer: (can, { party, body }) => {
    if (!party) return;
    readsDrafts(can, party);
    decidesFor(can, party);
    // AC-14: a case belongs to the administration that writes it.
    can('read', 'Text', { kind: 'case', body });
    can('write', 'Text', { kind: 'case', body, writing: true, submitted: false });
  },
  councilSecretary: (can, { party, body }) => {
    if (!party) return decidesForAll(can, body);
    readsDrafts(can, party);
    decidesFor(can, party);
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
};

/** AC-6 and AC-7: everything around the text in its region, and the chapters. Never a decision, never a response. */
function secretariat(can: Can, { region }: Seat): void {
  can(['createAgreement', 'managePeople', 'addFile'], 'Region', { region });
  can(['grant', 'end'], 'Seat', { region, isOwn: false }); // AC-13: nobody makes themselves a party's own people
  can(['readDraft', 'edit', 'freeze', 'openHearing', 'endHearing', 'reopenWriting', 'abandon'], 'Agreement', {
    region,
  });
  can('read', 'Section', { region });
  can('write', 'Section', { region, kind: 'chapter', writing: true });
  can('addEasyRead', 'Section', { region, kind: 'chapter' });
  can('read', 'Text', { region, kind: { $in: agreementTexts } });
  can('write', 'Text', { region, kind: { $in: agreementTexts }, sectionKind: 'chapter', writing: true });
  can(['extend', 'end', 'close'], 'Round', { region });
  can('treat', 'Point', { region });
  can('enterOnBehalf', 'Decision', { region, body: null }); // what a party's minutes say; no other body's
}

/** AC-5: the draft is read in the administrations of the parties and by the secretaries of their councils. */
function readsDrafts(can: Can, party: PartyId): void {
  can('readDraft', 'Agreement', { parties: { $in: [party] } });
  can('read', 'Section', { parties: { $in: [party] } });
  can('read', 'Text', { kind: { $in: agreementTexts }, parties: { $in: [party] } });
}

/** AC-8: a tovholder writes, and answers the points about, what its party looks after. */
function coordinates(can: Can, party: PartyId): void {
  const own = { coordinators: { $in: [party] }, parties: { $in: [party] } };
  can('write', 'Section', { ...own, writing: true });
  can('addEasyRead', 'Section', own);
  can('write', 'Text', { ...own, kind: { $in: agreementTexts }, writing: true });
  can('treat', 'Point', { coordinators: { $in: [party] } });
}

/** AC-10: only a party's own people record or confirm its decision. */
function decidesFor(can: Can, party: PartyId): void {
  can(['decide', 'confirm'], 'Decision', { party });
}

/** AC-15: the secretary of a body that belongs to no party records what that body came to. */
function decidesForAll(can: Can, body: BodyId): void {
  can('decide', 'Decision', { party: null, body });
}

/** AC-9: every seat in a disability council reads and writes its own council's response, until it is submitted. */
function answers(can: Can, body: BodyId): void {
  can('read', 'Response', { body });
  can('read', 'Text', { kind: 'hearing-response', body });
  can('write', 'Text', { kind: 'hearing-response', body, writing: true, submitted: false });
}

/** AC-9: chair, deputy and secretary send it in and take it back. */
function sends(can: Can, body: BodyId): void {
  can(['submit', 'withdraw'], 'Response', { body });
}
