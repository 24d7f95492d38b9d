import { join } from 'node:path';
import { SJAELLAND_2021 } from '@enig/approval';
import {
  AgreementReads,
  AgreementStore,
  ApprovalStore,
  HearingStore,
  JobRequests,
  JobStore,
  PlaceStore,
  SectionStore,
  TextContents,
} from '@enig/data';
import { addDays, instantOf, localDateAt, localDateOf, type AgreementId, type SectionId } from '@enig/kernel';
import type { EnigHouse } from '../enig-house';
import { heardArea } from '../heard-areas';
import { Meter } from '../meter';
import { ServerProcess } from '../server-process';
import { answer, done, responses, treatAll } from './memo';
import type { Scenario, Stage } from './scenario';

/** The region with the most parties there will be: 46 municipalities and the region itself. */
const REGION = 'ostdanmark';
const AREAS = 6;
/** Longest wait in ms for the cases. */
const WITHIN = 120_000;
/** How often in ms it is looked whether they are made. */
const LOOK_EVERY = 20;

/**
 * How long a worker takes for the cases of all 47 parties, as PDF and as Word: from when they are asked for until the zip
 * file can be fetched. Every council has answered on six focus areas, and each of its points has an answer.
 */
export const cases: Scenario = {
  name: 'cases',
  systems: ['enig'],
  run: async (_, stage) => {
    const { agreement, parties } = await decided(stage.house, stage.quick);
    const server = await ServerProcess.start([join(__dirname, 'api/main.js')], {
      ...{ DATABASE_URL: stage.cluster.url, DEMO: '0', SERVICES: 'worker', PUBLIC_URL: 'https://enig.example.invalid' },
    });
    const meter = new Meter([server], stage.cluster);
    try {
      meter.onWindow('opens');
      const made = await zip(stage, agreement);
      meter.onWindow('closes');
      return { zip: made.ms, steps: made.steps, parties, others: meter.core.others };
    } finally {
      await server.stop();
    }
  },
};

/** Asks for all cases and waits for them. */
async function zip(stage: Stage, agreement: AgreementId): Promise<{ readonly ms: number; readonly steps: number }> {
  const { source, secretary } = stage.house;
  const store = new JobStore(source, async () => undefined);
  const began = performance.now();
  const asked = { key: `bench:cases:${stage.round}:${agreement}`, kind: 'cases', payload: { agreement } } as const;
  const id = await new JobRequests(source).askAbout({ ...asked, askedBy: secretary.actor }, agreement);
  const steps = new Set<number>();
  for (;;) {
    const job = await store.job(id);
    if (job?.state === 'done') return { ms: performance.now() - began, steps: steps.size };
    if (!job || job.state === 'failed' || performance.now() - began > WITHIN) throw new Error('No cases were made');
    steps.add(job.done);
    await new Promise((next) => setTimeout(next, LOOK_EVERY));
  }
}

/** An agreement of 47 parties that was heard, answered to the last point and put to them. */
async function decided(
  house: EnigHouse,
  quick: boolean,
): Promise<{ readonly agreement: AgreementId; readonly parties: number }> {
  const { source, secretary } = house;
  const ground = { source, announce: async (): Promise<void> => undefined };
  const agreement = done(
    await new AgreementStore(ground, new TextContents(source)).create(
      {
        ...{ region: REGION, title: 'Rammeaftale Østdanmark', label: null, copyFrom: null, chain: SJAELLAND_2021 },
        ...{ periodFrom: localDateOf('2027-01-01'), periodTo: localDateOf('2099-12-31') },
        ...{ deadline: localDateOf('2098-10-15'), writingUntil: null },
      },
      secretary.actor,
    ),
  );
  const view = await new AgreementReads(source).view(agreement);
  const part = view?.parts[0]?.id;
  const parties = (view?.parties ?? []).map(({ party }) => party);
  if (!part) throw new Error('The agreement has no part');
  const sections: SectionId[] = [];
  for (let number = 1; number <= AREAS; number += 1) {
    const area = { ...heardArea(number, parties), part };
    sections.push(done(await new SectionStore(ground).add(agreement, area, secretary.actor)));
  }
  const bodies = await new PlaceStore(source).bodiesOf(REGION, parties);
  const councils = bodies.filter(({ kind }) => kind === 'disabilityCouncil').map(({ id }) => id);
  const rounds = new HearingStore(ground);
  const heard = { kind: 'freeze', sections } as const;
  const dueDate = addDays(localDateAt(instantOf(new Date())), 40);
  const invited = quick ? councils.slice(0, 5) : councils;
  const { round } = done(
    await rounds.open(agreement, { owner: null, heard, shortReason: '', dueDate, invited }, secretary.actor),
  );
  for (const { row } of await responses(source, round)) await answer(house, row, sections);
  done(await rounds.end(round, secretary.actor));
  await treatAll(house, round, []);
  done(await rounds.close(round, secretary.actor));
  done(await new ApprovalStore(ground).freezeForDecision(agreement, secretary.actor));
  return { agreement, parties: parties.length };
}
