import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brandId, localDateOf, type BodyId, type PartyId } from '@enig/kernel';
import {
  abilityFor,
  on,
  seatKinds,
  type ActsOn,
  type BodyKind,
  type Question,
  type Seat,
  type SeatKind,
  type Subject,
  type SubjectName,
} from './index';

/*
 * The complete table stands in docs/rules/access.md: every kind of seat × every act × every situation its subject can
 * be in. Here are the situations and acts in code; each must be in the document exactly once.
 */
const greve = brandId<PartyId>('municipality:0253');
const holbaek = brandId<PartyId>('municipality:0316');
const aalborg = brandId<PartyId>('municipality:0851');
const council = (code: string): BodyId => brandId(`disability-council:${code}`);
const organisation = brandId<BodyId>('user-organisation:0253');
const administration = (code: string): BodyId => brandId(`administration:${code}`);

const own = { region: '1085', parties: [greve, holbaek] };
const withoutUs = { region: '1085', parties: [holbaek] };
const moved = { region: 'ostdanmark', parties: [greve, holbaek] };
const elsewhere = { region: '1081', parties: [aalborg] };

const section = { ...own, kind: 'focusArea', coordinators: [], writing: true } as const;
const text = { ...own, sectionKind: null, coordinators: [], body: null, writing: true, submitted: false } as const;
const area = { ...text, kind: 'focus-area', sectionKind: 'focusArea' } as const;
const easyRead = { ...area, kind: 'easy-read' } as const;
const chapter = { ...text, kind: 'chapter', sectionKind: 'chapter' } as const;
const response = { ...text, kind: 'hearing-response' } as const;
const caseText = { ...text, kind: 'case' } as const;

const situations: { readonly [Name in SubjectName]: Readonly<Record<string, Extract<Subject, { __typename: Name }>>> } =
  {
    Region: { own: on.region({ region: '1085' }), elsewhere: on.region({ region: '1081' }) },
    Seat: {
      'another person, own region': on.seat({ region: '1085', isOwn: false }),
      'own seat': on.seat({ region: '1085', isOwn: true }),
      elsewhere: on.seat({ region: '1081', isOwn: false }),
    },
    Agreement: {
      own: on.agreement(own),
      'without us': on.agreement(withoutUs),
      moved: on.agreement(moved),
      elsewhere: on.agreement(elsewhere),
    },
    Section: {
      'area of own, open': on.section({ ...section, coordinators: [holbaek, greve] }),
      'area of own, closed': on.section({ ...section, coordinators: [greve], writing: false }),
      'area of other, open': on.section({ ...section, coordinators: [holbaek] }),
      'chapter, open': on.section({ ...section, kind: 'chapter' }),
      'chapter, closed': on.section({ ...section, kind: 'chapter', writing: false }),
      'chapter of own, open': on.section({ ...section, kind: 'chapter', coordinators: [greve] }),
      'moved, of own, open': on.section({ ...section, ...moved, coordinators: [greve] }),
      elsewhere: on.section({ ...section, ...elsewhere, kind: 'chapter' }),
      'without us, of own': on.section({ ...section, ...withoutUs, coordinators: [greve] }),
    },
    Text: {
      'area of own, open': on.text({ ...area, coordinators: [greve] }),
      'area of own, closed': on.text({ ...area, coordinators: [greve], writing: false }),
      'area of other, open': on.text({ ...area, coordinators: [holbaek] }),
      'easy-read of own, open': on.text({ ...easyRead, coordinators: [greve] }),
      'easy-read of own, closed': on.text({ ...easyRead, coordinators: [greve], writing: false }),
      'easy-read of other, open': on.text({ ...easyRead, coordinators: [holbaek] }),
      'easy-read of a chapter, open': on.text({ ...easyRead, sectionKind: 'chapter' }),
      'chapter, open': on.text(chapter),
      'chapter, closed': on.text({ ...chapter, writing: false }),
      'chapter of own, open': on.text({ ...chapter, coordinators: [greve] }),
      'area without us, of own': on.text({ ...area, ...withoutUs, coordinators: [greve] }),
      'chapter elsewhere, open': on.text({ ...chapter, ...elsewhere }),
      'response of own, draft': on.text({ ...response, body: council('0253') }),
      'response of own, submitted': on.text({ ...response, body: council('0253'), submitted: true }),
      'response of own, round closed': on.text({ ...response, body: council('0253'), writing: false }),
      'response of other, draft': on.text({ ...response, body: council('0316') }),
      'response of own organisation, draft': on.text({ ...response, body: organisation }),
      'response of own organisation, submitted': on.text({ ...response, body: organisation, submitted: true }),
      'case of own, draft': on.text({ ...caseText, body: administration('0253') }),
      'case of own, sent on': on.text({ ...caseText, body: administration('0253'), submitted: true }),
      'case of other, draft': on.text({ ...caseText, body: administration('0316') }),
    },
    Round: {
      own: on.round({ ...own, owner: null }),
      'without us': on.round({ ...withoutUs, owner: null }),
      moved: on.round({ ...moved, owner: null }),
      elsewhere: on.round({ ...elsewhere, owner: null }),
      "own party's": on.round({ ...own, owner: greve }),
      "moved, own party's": on.round({ ...moved, owner: greve }),
      "other party's": on.round({ ...own, owner: holbaek }),
    },
    Response: {
      own: on.response({ body: council('0253') }),
      other: on.response({ body: council('0316') }),
      "own organisation's": on.response({ body: organisation }),
    },
    Point: {
      'on area of own': on.point({ region: '1085', owner: null, coordinators: [greve] }),
      'on area of other': on.point({ region: '1085', owner: null, coordinators: [holbaek] }),
      'in general': on.point({ region: '1085', owner: null, coordinators: [] }),
      elsewhere: on.point({ region: '1081', owner: null, coordinators: [aalborg] }),
      "own party's, on area of own": on.point({ region: '1085', owner: greve, coordinators: [greve] }),
      "own party's, in general": on.point({ region: '1085', owner: greve, coordinators: [] }),
      "other party's, on area of own": on.point({ region: '1085', owner: holbaek, coordinators: [greve] }),
    },
    Decision: {
      own: on.decision({ region: '1085', party: greve, body: null }),
      other: on.decision({ region: '1085', party: holbaek, body: null }),
      'for all': on.decision({ region: '1085', party: null, body: brandId<BodyId>('contact-council:1085') }),
      elsewhere: on.decision({ region: '1081', party: aalborg, body: null }),
    },
    Party: {
      own: on.party({ regions: ['1085', 'ostdanmark'], party: greve, body: null }),
      other: on.party({ regions: ['1085', 'ostdanmark'], party: holbaek, body: null }),
      'for all': on.party({ regions: ['1085'], party: null, body: brandId<BodyId>('contact-council:1085') }),
      elsewhere: on.party({ regions: ['1081'], party: aalborg, body: null }),
    },
    Case: {
      'own, draft': on.case({ ...own, party: greve, isSentOn: false }),
      'own, sent on': on.case({ ...own, party: greve, isSentOn: true }),
      'other, draft': on.case({ ...own, party: holbaek, isSentOn: false }),
      'other, sent on': on.case({ ...own, party: holbaek, isSentOn: true }),
      'moved, own draft': on.case({ ...moved, party: greve, isSentOn: false }),
      'moved, other sent on': on.case({ ...moved, party: holbaek, isSentOn: true }),
      'without us, sent on': on.case({ ...withoutUs, party: holbaek, isSentOn: true }),
      'elsewhere, sent on': on.case({ ...elsewhere, party: aalborg, isSentOn: true }),
    },
  };

const acts: { readonly [Name in SubjectName]: Readonly<Record<ActsOn[Name], true>> } = {
  Region: { read: true, createAgreement: true, managePeople: true, addFile: true, setHearingDays: true },
  Seat: { grant: true, end: true },
  Agreement: {
    read: true,
    readDraft: true,
    edit: true,
    freeze: true,
    openHearing: true,
    endHearing: true,
    reopenWriting: true,
    abandon: true,
  },
  Section: { read: true, write: true, addEasyRead: true },
  Text: { read: true, write: true },
  Round: { read: true, open: true, oversee: true, extend: true, end: true, close: true },
  Response: { read: true, submit: true, correct: true, withdraw: true, askMoreTime: true, noteSpoken: true },
  Point: { treat: true },
  Decision: { decide: true, enterOnBehalf: true, confirm: true },
  Case: { read: true, make: true, sendOn: true },
  Party: { read: true, setWay: true, enterMeetings: true },
};

const bodyOf: Readonly<Record<SeatKind, readonly [BodyKind, string]>> = {
  secretariatOfficer: ['secretariat', 'secretariat:1085'],
  coordinator: ['administration', 'administration:0253'],
  caseOfficer: ['administration', 'administration:0253'],
  councilSecretary: ['municipalCouncil', 'municipal-council:0253'],
  councillor: ['municipalCouncil', 'municipal-council:0253'],
  disabilityCouncilChair: ['disabilityCouncil', 'disability-council:0253'],
  disabilityCouncilDeputy: ['disabilityCouncil', 'disability-council:0253'],
  disabilityCouncilSecretary: ['disabilityCouncil', 'disability-council:0253'],
  disabilityCouncilMember: ['disabilityCouncil', 'disability-council:0253'],
  spokesperson: ['userOrganisation', organisation],
  participant: ['userOrganisation', organisation],
};

const seatOf = (kind: SeatKind): Seat => ({
  id: brandId(`seat-${kind}`),
  body: brandId(bodyOf[kind][1]),
  bodyKind: bodyOf[kind][0],
  party: kind === 'secretariatOfficer' ? null : greve,
  region: '1085',
  kind,
  from: localDateOf('2026-01-01'),
  to: null,
});

interface Row {
  readonly act: string;
  readonly situation: string;
  readonly allowed: readonly SeatKind[];
  readonly rules: string;
}

/** The document's columns, left to right. */
const columns: readonly SeatKind[] = [
  'secretariatOfficer',
  'coordinator',
  'caseOfficer',
  'councilSecretary',
  'councillor',
  'disabilityCouncilChair',
  'disabilityCouncilDeputy',
  'disabilityCouncilSecretary',
  'disabilityCouncilMember',
  'spokesperson',
  'participant',
];
const document = readFileSync(join(__dirname, '../../../docs/rules/access.md'), 'utf8');

/** The rows of the document, one for each situation that a row lists. */
const rows: readonly Row[] = [
  ...document.matchAll(/^(\w+\.\w+) +([●·]) ([●·]{4}) ([●·]{4}) ([●·]{2}) +(AC-[\d, AC-]+?) {2,}(.+)$/gmu),
].flatMap(([, act = '', first, second, third, fourth, rules = '', listed = '']) => {
  const marks = [...`${first}${second}${third}${fourth}`];
  const allowed = columns.filter((_, index) => marks[index] === '●');
  return listed.split(' / ').map((situation) => ({ act, situation, allowed, rules }));
});

const every = (Object.keys(situations) as SubjectName[]).flatMap((name) =>
  Object.keys(acts[name]).flatMap((act) =>
    Object.entries(situations[name]).map(([situation, subject]) => ({
      key: `${name}.${act} · ${situation}`,
      question: [act, subject] as unknown as Question,
    })),
  ),
);

describe('AC-1 the complete table of who may do what', () => {
  it('has each act in each situation exactly once, for every kind of seat', () => {
    expect(rows.map(({ act, situation }) => `${act} · ${situation}`).toSorted()).toEqual(
      every.map(({ key }) => key).toSorted(),
    );
    expect(document.replaceAll('\n', ' ')).toContain(`in this order: ${columns.join(' ')}.`);
    expect(columns.toSorted()).toEqual(seatKinds.toSorted());
  });

  it.each(rows)('$rules $act · $situation', ({ act, situation, allowed }) => {
    const asked = every.find(({ key }) => key === `${act} · ${situation}`);
    const may = seatKinds.filter(
      (kind) => asked && abilityFor([seatOf(kind)], localDateOf('2026-03-01')).can(...asked.question),
    );
    expect(may.toSorted()).toEqual(allowed.toSorted());
  });

  it.each(every)('no seats can do nothing: $key', ({ question }) => {
    expect(abilityFor([], localDateOf('2026-03-01')).can(...question)).toBe(false);
  });

  it.each(every)('AC-2 an ended seat gives nothing: $key', ({ question }) => {
    const ended = seatKinds.map((kind) => ({ ...seatOf(kind), to: localDateOf('2026-02-28') }));
    expect(abilityFor(ended, localDateOf('2026-03-01')).can(...question)).toBe(false);
  });
});
