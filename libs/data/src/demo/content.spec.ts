import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  agreement2018,
  agreement2021,
  demoDecisions,
  demoLaterTreatments,
  demoPeople,
  demoResponses,
  demoRevisions,
  demoTreatments,
  proposals2019,
} from '.';
import type { DemoAgreement, DemoLineage, PartyKey, SeatKind, StatutoryContent } from '.';

interface Reference {
  readonly kommuner: readonly {
    readonly code: string;
    readonly name: string;
    readonly memberships: readonly { readonly regionCode: string | null }[];
  }[];
}

const reference = JSON.parse(readFileSync(join(__dirname, '../reference/kommuner.json'), 'utf8')) as Reference;
const municipalitiesOf = (region: string): string[] =>
  reference.kommuner
    .filter((kommune) => kommune.memberships.some((membership) => membership.regionCode === region))
    .map((kommune) => kommune.code);
const municipalities = municipalitiesOf('1085');
const parties = new Set<string>(['region:1085', ...municipalities.map((code) => `municipality:${code}`)]);

const duplicates = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);

const strandsOf = (agreement: DemoAgreement): string[] => agreement.focusAreas.map((area) => area.strand);

/** Everybody who holds a seat of this kind in this body. */
const holding = (body: string, kind: SeatKind): string[] =>
  demoPeople
    .filter((one) => one.seats.some((seat) => seat.body === body && seat.kind === kind))
    .map((one) => one.persona);

/** LIX: words per sentence, plus the percentage of words with more than six letters (C. H. Björnsson). */
function lix(paragraphs: readonly string[]): number {
  const text = paragraphs.join('\n');
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const sentences = text.split(/[.!?:\n]+/u).filter((part) => /\p{L}/u.test(part)).length;
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}

/** Every string anywhere in a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(strings);
  return [];
}

function partiesNamed(agreement: DemoAgreement): (PartyKey | null)[] {
  return agreement.focusAreas.flatMap((area) => [
    ...area.coordinators,
    ...area.goals.map((goal) => goal.owner),
    ...area.actions.map((action) => action.responsible),
  ]);
}

describe('the demo agreements', () => {
  it('have seven and five focus areas, in the strands of the proposal', () => {
    expect(strandsOf(agreement2018)).toEqual([...Array(4).fill('development'), ...Array(3).fill('steering')]);
    expect(strandsOf(agreement2021)).toEqual([...Array(4).fill('development'), 'steering']);
  });

  it('use each key once and say that they are a demo', () => {
    for (const agreement of [agreement2018, agreement2021]) {
      expect(duplicates(agreement.focusAreas.map((area) => area.key))).toEqual([]);
      expect(agreement.label).toMatch(/^Demo – /);
    }
    expect(agreement2021.label).toContain('ikke den vedtagne aftale');
  });

  it('name only parties of Region Sjælland, and give each focus area a coordinator', () => {
    for (const agreement of [agreement2018, agreement2021]) {
      expect(partiesNamed(agreement).filter((party) => party !== null && !parties.has(party))).toEqual([]);
      expect(agreement.focusAreas.filter((area) => area.coordinators.length === 0)).toEqual([]);
    }
  });

  it('are rich where people look: goals, themes and actions in every focus area of 2021–22', () => {
    for (const area of agreement2021.focusAreas) {
      expect(area.goals.length).toBeGreaterThanOrEqual(2);
      expect(area.themes.length).toBeGreaterThanOrEqual(3);
      expect(area.actions.length).toBeGreaterThanOrEqual(3);
      expect(strings(area).join(' ').split(/\s+/u).length).toBeGreaterThan(500);
    }
  });

  it('leave one goal without criterion and one action without responsible party, so that freezing can warn', () => {
    const goals = agreement2021.focusAreas.flatMap((area) => area.goals);
    const actions = agreement2021.focusAreas.flatMap((area) => area.actions);
    expect(goals.filter((goal) => goal.criterion === '').map((goal) => goal.title)).toEqual([
      'Rolige overgange for unge, der fylder 18',
    ]);
    expect(actions.filter((action) => action.responsible === null).map((action) => action.title)).toEqual([
      'Fælles drøftelse med de private leverandører',
    ]);
    expect(goals.filter((goal) => goal.owner === null || goal.dueInDays === null)).toEqual([]);
  });

  it('let actions end after they begin, and lie ahead', () => {
    for (const action of agreement2021.focusAreas.flatMap((area) => area.actions)) {
      expect(action.fromInDays).toBeGreaterThan(0);
      expect(action.toInDays).toBeGreaterThan(action.fromInDays ?? Infinity);
    }
  });

  it('cover the seven statutory contents once each', () => {
    const covered = agreement2021.steeringChapters.flatMap((chapter) => chapter.covers ?? []);
    const seven: StatutoryContent[] = [
      'covered-services',
      'rate-development',
      'price-structure',
      'opening-and-closing',
      'cost-recovery',
      'settlement-deadlines',
      'takeover',
    ];
    expect(covered).toEqual(seven);
  });

  it('number annexes once within a part and name each file once', () => {
    const { annexes } = agreement2021;
    expect(duplicates(annexes.map((annex) => `${annex.part} ${annex.number}`))).toEqual([]);
    expect(duplicates(annexes.map((annex) => annex.fileName))).toEqual([]);
  });

  it('have easy-read companions with LIX under 30, in each paragraph too, so that no hard sentence hides', () => {
    const companions = agreement2021.focusAreas.map((area) => area.easyRead);
    const measured = companions.flatMap((text) => [text, ...text.map((paragraph) => [paragraph])]);
    expect(measured.filter((text) => lix(text) >= 30)).toEqual([]);
    expect(lix(agreement2021.steeringChapters.flatMap((chapter) => chapter.body))).toBeGreaterThan(35);
  });

  it('have an easy-read companion for every focus area of the agreement that is heard (HE-24)', () => {
    expect(agreement2021.focusAreas.filter((area) => area.easyRead.length === 0)).toEqual([]);
  });

  it('do not print quotation marks or spaces that Danish readers stumble over', () => {
    const written = [demoResponses, demoTreatments, demoLaterTreatments, demoRevisions, demoDecisions];
    const all = strings([agreement2018, agreement2021, written]);
    // Annex files are Markdown, where two spaces and tables are layout.
    const annexes = strings(agreement2021.annexes);
    expect(all.filter((text) => !annexes.includes(text) && /["']|\s{2}|\s$|^\s| - |\.\./u.test(text))).toEqual([]);
  });
});

describe('the lineage', () => {
  const lines: readonly DemoLineage[] = [
    ...agreement2021.focusAreas.flatMap((area) => area.lineage),
    ...agreement2021.lineageOutsideFocusAreas,
  ];
  const earlier = agreement2018.focusAreas.map((area) => area.key);
  const proposals = proposals2019.map((proposal) => proposal.name);

  it('comes from a focus area of 2018–20 or from one of the nine proposals', () => {
    expect(lines.map((line) => line.from).filter((from) => ![...earlier, ...proposals].includes(from))).toEqual([]);
    expect(proposals2019.map((proposal) => proposal.number)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('accounts for each of the seven and each of the nine', () => {
    const from = new Set(lines.map((line) => line.from));
    expect([...earlier, ...proposals].filter((origin) => !from.has(origin))).toEqual([]);
  });

  it('drops two earlier focus areas, as the document says', () => {
    const dropped = lines.filter((line) => line.relation === 'dropped' && line.basis === 'document');
    expect(dropped.map((line) => line.from)).toEqual(['steering-data', 'rising-need']);
  });
});

describe('the demo people', () => {
  it('have their own persona and their own name', () => {
    expect(duplicates(demoPeople.map((one) => one.persona))).toEqual([]);
    expect(duplicates(demoPeople.map((one) => one.name))).toEqual([]);
    expect(demoPeople.filter((one) => !/^[a-z]+(-[a-z0-9]+)*$/.test(one.persona))).toEqual([]);
  });

  it('can never be reached by mail', () => {
    expect(demoPeople.filter((one) => one.email !== `${one.persona}@demo.invalid`)).toEqual([]);
  });

  it('sit in all 17 municipalities of Region Sjælland and in the region', () => {
    expect(municipalities).toHaveLength(17);
    for (const code of municipalities) {
      expect(holding(`administration:${code}`, 'coordinator').length).toBeGreaterThanOrEqual(1);
      expect(holding(`municipal-council:${code}`, 'council-secretary')).toHaveLength(1);
      expect(holding(`disability-council:${code}`, 'disability-council-chair')).toHaveLength(1);
    }
    expect(holding('secretariat:1085', 'secretariat-officer')).toHaveLength(2);
    expect(holding('administration:region-1085', 'coordinator')).toEqual(['tovholder-region']);
    expect(holding('regional-council:1085', 'council-secretary')).toEqual(['raadssekretaer-region']);
  });

  it('decide in all 19 municipalities of Region Midtjylland, in the region and in what is asked once for all', () => {
    const councils = municipalitiesOf('1082').map((code) => `municipal-council:${code}`);
    expect(councils).toHaveLength(19);
    const bodies = ['regional-council', 'contact-council', 'steering-board', 'steering-group', 'executive-network'];
    for (const body of [...councils, ...bodies.map((each) => `${each}:1082`)])
      expect({ body, people: holding(body, 'council-secretary') }).toEqual({ body, people: [expect.any(String)] });
    expect(holding('secretariat:1082', 'secretariat-officer')).toEqual(['sekretariat-midt']);
    expect(holding('administration:0710', 'case-officer')).toEqual(['sagsbehandler-favrskov']);
    expect(holding('administration:0791', 'case-officer')).toEqual(['sagsbehandler-viborg']);
    expect(holding('administration:0751', 'coordinator')).toEqual(['tovholder-aarhus']);
  });

  it.each(['0253', '0316', '0370'])('fill the whole disability council of %s', (code) => {
    const body = `disability-council:${code}`;
    expect(holding(body, 'disability-council-deputy')).toHaveLength(1);
    expect(holding(body, 'disability-council-member').length).toBeGreaterThanOrEqual(2);
    expect(holding(body, 'disability-council-secretary')).toHaveLength(1);
  });

  it('include four councillors, one of whom also sits in a disability council', () => {
    const councillors = demoPeople.filter((one) => one.seats.some((seat) => seat.kind === 'councillor'));
    expect(councillors).toHaveLength(4);
    expect(councillors.filter((one) => one.seats.length === 2).map((one) => one.persona)).toEqual([
      'politiker-naestved',
    ]);
  });
});

describe('the demo hearing', () => {
  const points = demoResponses.flatMap((response) => response.points);

  it('answers from three councils, by their own people, on focus areas that exist', () => {
    const keys = agreement2021.focusAreas.map((area) => area.key);
    expect(points.filter((point) => point.focusAreaKey !== null && !keys.includes(point.focusAreaKey))).toEqual([]);
    for (const response of demoResponses) {
      const members = demoPeople.filter((one) => one.seats.some((seat) => seat.body === response.council));
      const personas = members.map((one) => one.persona);
      expect(personas).toEqual(expect.arrayContaining([response.submittedBy, ...(response.minority?.personas ?? [])]));
    }
    expect(demoResponses.filter((response) => response.minority !== null)).toHaveLength(1);
  });

  it('treats eight points once each, with every outcome, and leaves some open', () => {
    const treated = demoTreatments.map((treatment) => treatment.point);
    expect(duplicates(points.map((point) => point.key))).toEqual([]);
    expect(new Set(treated).size).toBe(8);
    expect(points.map((point) => point.key)).toEqual(expect.arrayContaining(treated));
    expect(new Set(demoTreatments.map((treatment) => treatment.outcome)).size).toBe(4);
    expect(points.length).toBeGreaterThan(treated.length);
  });

  it('changes the text for each point it accommodates, and for no other, but where it is to stand elsewhere', () => {
    const promised = [...demoTreatments, ...demoLaterTreatments]
      .filter(({ outcome }) => outcome === 'accommodated' || outcome === 'partly')
      .map(({ point }) => point);
    const written = demoRevisions.map(({ point }) => point);
    expect(duplicates(written)).toEqual([]);
    // Who convenes is to stand in the plan of work, as its answer says.
    expect(promised.filter((point) => !written.includes(point))).toEqual(['holbaek-convener']);
    expect(written.filter((point) => !promised.includes(point))).toEqual([]);
    for (const { point, focusAreaKey } of demoRevisions)
      expect(points.find(({ key }) => key === point)?.focusAreaKey).toBe(focusAreaKey);
  });

  it('stays easy to read where it writes in what is', () => {
    const easy = demoRevisions.filter(({ place }) => place === 'easyRead').map(({ adds }) => adds);
    expect(easy).toHaveLength(1);
    expect(lix(easy)).toBeLessThan(30);
  });
});

describe('the demo decisions', () => {
  it('are one per party, some made and some planned, one with a remark', () => {
    expect(new Set(demoDecisions.map((decision) => decision.party))).toEqual(parties);
    expect(demoDecisions).toHaveLength(parties.size);
    expect(demoDecisions.some((decision) => decision.meetingInDays < 0)).toBe(true);
    expect(demoDecisions.some((decision) => decision.meetingInDays > 0)).toBe(true);
    expect(demoDecisions.filter((decision) => decision.remark !== null).map((decision) => decision.outcome)).toEqual([
      'approved-with-remark',
    ]);
  });
});
