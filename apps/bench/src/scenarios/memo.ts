import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import {
  HearingReads,
  HearingStore,
  JobRequests,
  JobStore,
  PlaceStore,
  PointStore,
  ResponseStore,
  type Database,
  type RoundView,
} from '@enig/data';
import { TREATMENT_OUTCOMES, type ChangeLink } from '@enig/hearing';
import {
  addDays,
  instantOf,
  localDateAt,
  type BodyId,
  type LocalDate,
  type Result,
  type RoundId,
  type SectionId,
} from '@enig/kernel';
import { emptyJson, richFromPlain, seedUpdate } from '@enig/text';
import { signIn, type EnigHouse } from '../enig-house';
import { addedLater, heardArea, remarksOn, SENTENCE } from '../heard-areas';
import { Meter } from '../meter';
import { ServerProcess } from '../server-process';
import type { Figures, Scenario, Stage } from './scenario';

/** Every council there is answers, with a point more than asked: 2,000 points and some. */
const ANSWERS = 98;
/** In general, and on the focus areas: what is said of a theme is one of six. */
const POINTS = { general: 5, sections: 16 };
const AREAS = 6;
/** How many points get the same answer: seldom more, where people answer. */
const TOGETHER = 4;
/** Longest wait in ms for a memo. */
const WITHIN = 120_000;
/** How often in ms it is looked whether it is made. */
const LOOK_EVERY = 20;

/**
 * How long a worker takes for the memo on a round with 2,000 points on six focus areas, each with an answer and a reason,
 * many with the change in the text that followed, and a later version to compare with: from when it is asked for until it
 * can be fetched; and how many steps it has told of meanwhile.
 */
export const memo: Scenario = {
  name: 'memo',
  systems: ['enig'],
  run: async (_, stage) => {
    const { source } = stage.house;
    const round = await hearing(stage.house, stage.quick ? ANSWERS / 10 : ANSWERS);
    const server = await ServerProcess.start([join(__dirname, 'api/main.js')], {
      ...{ DATABASE_URL: stage.cluster.url, DEMO: '0', SERVICES: 'worker', PUBLIC_URL: 'https://enig.example.invalid' },
    });
    const meter = new Meter([server], stage.cluster);
    try {
      meter.onWindow('opens');
      const pdf = await made(stage, source, round, 'pdf');
      const docx = await made(stage, source, round, 'docx');
      meter.onWindow('closes');
      return { pdf: pdf.ms, docx: docx.ms, pdfSteps: pdf.steps, others: meter.core.others };
    } finally {
      await server.stop();
    }
  },
};

/** Asks for a memo and waits for it. */
async function made(
  stage: Stage,
  source: Database,
  round: RoundId,
  format: 'pdf' | 'docx',
): Promise<Figures & { readonly ms: number; readonly steps: number }> {
  const store = new JobStore(source, async () => undefined);
  const began = performance.now();
  const id = await new JobRequests(source).ask({
    ...{ key: `bench:${stage.round}:${round}:${format}`, kind: 'memo', payload: { round, format, withDraft: false } },
    askedBy: stage.house.secretary.actor,
  });
  const steps = new Set<string>();
  for (;;) {
    const job = await store.job(id);
    if (job?.state === 'done') return { ms: performance.now() - began, steps: steps.size };
    if (!job || job.state === 'failed' || performance.now() - began > WITHIN) throw new Error('No memo was made');
    if (job.message !== null) steps.add(`${job.done} ${job.message}`);
    await new Promise((next) => setTimeout(next, LOOK_EVERY));
  }
}

/** A round on focus areas that councils have answered, with every point answered, the round closed and a version after. */
async function hearing(house: EnigHouse, answers: number): Promise<RoundId> {
  const { source, agreement, secretary } = house;
  const ground = { source, announce: async (): Promise<void> => undefined };
  const bodies = (await councils(source)).slice(0, answers);
  const areas = await house.addSections(Array.from({ length: AREAS }, (_, at) => heardArea(at + 1, house.parties)));
  const rounds = new HearingStore(ground);
  const heard = { kind: 'freeze', sections: areas.map(({ section }) => section) } as const;
  const asked = { owner: null, heard, shortReason: '', dueDate: addDays(today(), 40) };
  const { round } = done(await rounds.open(agreement, { ...asked, invited: bodies }, secretary.actor));
  for (const { row } of await responses(source, round)) await answer(house, row, heard.sections);
  done(await rounds.end(round, secretary.actor));
  const linked: ChangeLink[] = [];
  for (const [at, { id, section }] of areas.entries()) {
    const client = randomInt(1, 2 ** 31);
    await house.write(id, 0, [seedUpdate(addedLater(at), client)], [client]);
    linked.push({ section, seq: (await house.log.heads([id])).get(id) ?? null }, { section, seq: null });
  }
  await treatAll(house, round, linked);
  done(await rounds.close(round, secretary.actor));
  // With the next round the text that followed is frozen: it is what the memo compares with.
  done(await rounds.open(agreement, { ...asked, invited: bodies.slice(0, 1) }, secretary.actor));
  return round;
}

/** Every council of persons with disabilities in the country, each once. */
async function councils(source: Database): Promise<BodyId[]> {
  const places = new PlaceStore(source);
  const found = new Set<BodyId>();
  for (const { id } of await places.regions()) {
    const parties = (await places.partiesOf(id, today())).map((party) => party.id);
    for (const body of await places.bodiesOf(id, parties)) if (body.kind === 'disabilityCouncil') found.add(body.id);
  }
  return [...found];
}

export async function responses(source: Database, round: RoundId): Promise<RoundView['responses']> {
  return (await new HearingReads(source).round(round))?.responses ?? [];
}

/** Writes paragraphs in general and remarks on the focus areas as the council's chair, and sends them. */
export async function answer(
  { source, log }: EnigHouse,
  { id, text, body }: RoundView['responses'][number]['row'],
  sections: readonly SectionId[],
): Promise<void> {
  const chair = await signIn(source, `Formand ${body} ${id}`, body, 'disabilityCouncilChair');
  const said = Array.from({ length: POINTS.general + POINTS.sections }, (_, index) => {
    return `${index + 1}. ${SENTENCE.repeat(1 + (index % 5))}`;
  });
  const content = {
    ...emptyJson('hearing-response'),
    general: richFromPlain(said.slice(0, POINTS.general).join('\n\n')),
    comments: remarksOn(sections, said.slice(POINTS.general)),
  };
  const client = randomInt(1, 2 ** 31);
  const update = seedUpdate(content, client);
  const known = (await log.heads([text])).get(text) ?? 0;
  const [appended] = await log.append([
    { text, update, who: chair.who, claims: [client], deletesMost: false, client: null, known },
  ]);
  if (!appended?.ok) throw new Error('The answer was not written');
  const ground = { source, announce: async (): Promise<void> => undefined };
  done(await new ResponseStore(ground).submit(id, chair.actor));
}

/** Answers all points, a few at a time; every other answer points at a change. */
export async function treatAll(
  { source, secretary }: EnigHouse,
  round: RoundId,
  linked: readonly ChangeLink[],
): Promise<void> {
  const store = new PointStore({ source, announce: async () => undefined });
  const points = (await new HearingReads(source).round(round))?.points ?? [];
  for (let from = 0; from < points.length; from += TOGETHER) {
    const together = points.slice(from, from + TOGETHER).map(({ row }) => ({ id: row.id }));
    const outcome = TREATMENT_OUTCOMES[(from / TOGETHER) % TREATMENT_OUTCOMES.length] ?? 'noted';
    const nth = from / TOGETHER;
    const link = nth % 2 === 0 ? null : (linked[Math.floor(nth / 2) % linked.length] ?? null);
    const words = { outcome, answer: `Tak for bemærkningen. ${SENTENCE}`, reason: 'Det følger af loven.', link };
    done(await store.treat(round, together, words, secretary.actor));
  }
}

function today(): LocalDate {
  return localDateAt(instantOf(new Date()));
}

/** What came of it. @throws Error with the code of the rule that refused. */
export function done<Value>(result: Result<Value, { readonly code: string }> | null): Value {
  if (!result?.ok) throw new Error(result?.error.code ?? 'Nothing there');
  return result.value;
}
