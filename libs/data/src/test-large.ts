import { randomUUID } from 'node:crypto';
import type { SeatKind } from '@enig/access';
import {
  addDays,
  brandId,
  type AgreementId,
  type BodyId,
  type LocalDate,
  type PartyId,
  type PersonId,
  type SeatId,
  type VersionHash,
} from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from './act';
import { AgreementReads } from './agreement-reads';
import { ApprovalStore, type NewDecision } from './approval-store';
import { agreement2021, type DemoAgreement, type DemoFocusArea } from './demo';
import { done, makeAgreement, unheard } from './demo-agreement';
import { onDay } from './demo-story';
import { PersonSchema, SeatSchema } from './people';

/** The region with the most parties there will be: 46 municipalities and the region itself. */
const REGION = 'ostdanmark';

/** In days from today: when the text was put to the parties, and the first and the last day on which any of them met. */
const PUT_TO_THEM = -30;
const FIRST_MEETING = -24;
const LAST_MEETING = -3;

/** An agreement of 47 parties, half-way through its approval. */
export interface LargeAgreement {
  readonly agreement: AgreementId;
  readonly version: VersionHash;
  /** The persona of one in its secretariat. */
  readonly secretariat: string;
  /** Every party, by name, with the persona of its council's secretary, and what it came to; null for nothing yet. */
  readonly parties: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly secretary: string;
    readonly outcome: NewDecision['outcome'] | null;
  }[];
}

/**
 * For specs only: makes an agreement of 47 parties by the stores, with the texts of the demo and a council secretary for
 * every party that has none, and puts it to them. Most have decided, one on a condition, one postponed and one rejected
 * it, and eleven are missing, the region among them: it does not exist before its day.
 *
 * @param today  dates count from it, so that its deadline lies ahead. Its people sign in as the demo's do.
 */
export async function seedLarge(source: DataSource, today: LocalDate): Promise<LargeAgreement> {
  const secretariat = await personIn(source.manager, today, {
    ...{ persona: 'sekretariat-oest', name: 'Sekretariatet i Østdanmark' },
    ...{ body: `secretariat:${REGION}`, capacity: 'secretariatOfficer' },
  });
  const making = { source, today, secretary: secretariat.actor, clock: onDay(today, -90) };
  const { id: agreement } = await makeAgreement(making, content(), {
    ...{ title: 'Rammeaftale Østdanmark 2027–30', deadline: addDays(today, 40), writingUntil: null },
    ...{ before: null, region: REGION },
  });
  const put = new ApprovalStore({ source, announce: unheard, clock: onDay(today, PUT_TO_THEM) });
  const version = done(await put.freezeForDecision(agreement, secretariat.actor));
  const parties = [];
  const view = await new AgreementReads(source).view(agreement);
  const byName = [...(view?.parties ?? [])].sort((one, other) => one.name.localeCompare(other.name, 'da'));
  for (const [index, { party, name, council }] of byName.entries()) {
    const { persona, actor } = await secretaryOf(source.manager, today, { name, council });
    const outcome = party === `region:${REGION}` ? null : outcomeOf(index);
    if (outcome) await decide({ source, today }, { agreement, version, party, body: council, outcome }, actor, index);
    parties.push({ party, name, secretary: persona, outcome });
  }
  return { agreement, version, secretariat: secretariat.persona, parties };
}

/** Every fourth is missing; of the others, one of each that is no plain yes. */
function outcomeOf(index: number): NewDecision['outcome'] | null {
  if (index % 4 === 3) return null;
  const special = { 5: 'approvedWithRemark', 12: 'approvedOnCondition', 21: 'postponed', 30: 'rejected' } as const;
  return index in special ? special[index as keyof typeof special] : 'approved';
}

type Decided = Pick<NewDecision, 'agreement' | 'version' | 'body' | 'outcome'> & { readonly party: PartyId };

async function decide(
  { source, today }: { readonly source: DataSource; readonly today: LocalDate },
  { party, ...decided }: Decided,
  secretary: Actor,
  index: number,
): Promise<void> {
  const day = FIRST_MEETING + (index % (LAST_MEETING - FIRST_MEETING + 1));
  const { outcome } = decided;
  const input: NewDecision = {
    ...{ ...decided, party, step: 'council', meetingDate: addDays(today, day), item: String(index + 1) },
    ...{ wording: WORDING[outcome] ?? 'Godkendt.', reason: outcome === 'approved' ? '' : REASON },
    ...{ nextMeeting: outcome === 'postponed' ? addDays(today, 20) : null, supersedes: null, minority: '' },
    ...{ minutesLink: null, minutesFile: null, minutesName: null, reaffirms: null },
  };
  const store = new ApprovalStore({ source, announce: unheard, clock: onDay(today, day + 1) });
  done(await store.record(input, { kind: 'ownPeople', party }, secretary));
}

const REASON = 'Det skal fremgå, hvem der betaler for de fælles tilbud.';
const WORDING: Partial<Record<NewDecision['outcome'], string>> = {
  approvedOnCondition: 'Godkendt på betingelse.',
  postponed: 'Sagen blev udsat.',
  rejected: 'Indstillingen blev ikke godkendt.',
};

/** The demo's texts; what Region Sjælland answers for, which is no more, is København's. */
function content(): DemoAgreement {
  return {
    ...{ ...agreement2021, key: 'large', title: 'Rammeaftale Østdanmark', label: 'Opdigtet til prøve' },
    ...{ periodFrom: '2027-01-01', periodTo: '2030-12-31' },
    focusAreas: agreement2021.focusAreas.map(inOstdanmark),
    // The demo's files are Sjælland's: nobody makes another's file an annex.
    annexes: [],
  };
}

type Owner = DemoFocusArea['goals'][number]['owner'];

function inOstdanmark(area: DemoFocusArea): DemoFocusArea {
  const there = <Given extends Owner>(owner: Given) => (owner === 'region:1085' ? 'municipality:0101' : owner);
  return {
    ...area,
    coordinators: area.coordinators.map(there),
    goals: area.goals.map((goal) => ({ ...goal, owner: there(goal.owner) })),
    actions: area.actions.map((action) => ({ ...action, responsible: there(action.responsible) })),
  };
}

interface Somebody {
  readonly persona: string;
  readonly actor: Actor;
}

/** The one who keeps a council's minutes: who does already, or somebody new. */
async function secretaryOf(
  manager: EntityManager,
  today: LocalDate,
  { name, council }: { readonly name: string; readonly council: BodyId },
): Promise<Somebody> {
  const [there] = await manager.query<{ persona: string; person: PersonId }[]>(
    `SELECT p.persona, p.id AS person FROM seat s JOIN person p ON p.id = s.person
     WHERE s.body = $1 AND s.kind = 'councilSecretary' AND p.persona IS NOT NULL ORDER BY p.persona LIMIT 1`,
    [council],
  );
  const capacity = 'councilSecretary';
  if (there) return { persona: there.persona, actor: { person: there.person, body: council, capacity } };
  const persona = `raadssekretaer-${council.split(':')[1] ?? ''}`;
  return personIn(manager, today, { persona, name: `Rådssekretær (${name})`, body: council, capacity });
}

async function personIn(
  manager: EntityManager,
  today: LocalDate,
  wanted: { readonly persona: string; readonly name: string; readonly body: string; readonly capacity: SeatKind },
): Promise<Somebody> {
  const { persona, name, capacity } = wanted;
  const [person, body] = [brandId<PersonId>(randomUUID()), brandId<BodyId>(wanted.body)];
  await manager.insert(PersonSchema, { id: person, persona, name, email: `${persona}@demo.invalid`, isDemo: true });
  const held = { person, body, kind: capacity, validFrom: addDays(today, -730) };
  await manager.insert(SeatSchema, { id: brandId<SeatId>(randomUUID()), ...held });
  return { persona, actor: { person, body, capacity } };
}
