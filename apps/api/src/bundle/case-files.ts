import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hiddenHash, type ActRow, type CaseRecord } from '@enig/data';
import { isOfTheDraft } from '../agreement/log.service';

/** The subjects a framework agreement is filed under (KLE, as of February 2026). */
export const KLE = ['27.03.40', '34.05.05', '54.06.26', '27.69.48', '00.17.20'] as const;

/** Beside the server once it is built, and among the tools where it runs from its sources. */
const VERIFIER = [join(__dirname, 'verify-case.mjs'), join(__dirname, '../../tools/verify-case.mjs')];

/** The program that checks the case, as it lies in it. */
export function verifierBytes(): Uint8Array {
  const path = VERIFIER.find((each) => existsSync(each));
  if (path === undefined) throw new Error('verify-case.mjs is not there');
  return readFileSync(path);
}

/** What ends a case, so that an archive can close it. */
const ENDING: readonly string[] = ['conclude', 'abandon'];

const FREEZING: readonly string[] = ['freezeForHearing', 'freezeForDecision'];

/**
 * The log as it is exported: every act with what was hashed, and beside it what people and bodies are called. Of what was
 * done to the draft since it was frozen last only its kind and moment, and what stands for the rest in its hash, for a
 * draft is not everybody's (LO-7).
 */
export function exportedLog({ view, acts, people, bodies }: CaseRecord): object {
  const frozenUpTo = acts.findLastIndex(({ kind }) => FREEZING.includes(kind));
  return {
    format: 'enig-log/1',
    agreement: view.row.id,
    acts: acts.map((act, index) => exportedAct(act, isOfTheDraft(act) && index > frozenUpTo)),
    names: { people: Object.fromEntries(people), bodies: Object.fromEntries(bodies) },
  };
}

function exportedAct(act: ActRow, isWithheld: boolean): object {
  const { agreement, number, at, person, body, capacity, kind, facts, salt, previous, hash } = act;
  if (!isWithheld) return { number, at, agreement, person, body, capacity, kind, facts, salt, previous, hash };
  const said = hiddenHash(act);
  // From before acts had a salt there is nothing that could stand for the rest.
  return said === null
    ? { number, withheld: true, previous, hash }
    : { number, at, kind, withheld: true, said, previous, hash };
}

/** What an archive (ESDH) wants to know of the case; it gives its own journal number. @param paths  every file, named. */
export function exportedCase(record: CaseRecord, documents: readonly { path: string; title: string }[]): object {
  const { view, acts, versions, bodies, decisions, publication, notices } = record;
  const { row, parties, state, concludedOn } = view;
  const last = acts.at(-1);
  return {
    format: 'enig-bundle/1',
    agreement: {
      ...{ id: row.id, title: row.title, region: row.region, periodFrom: row.periodFrom, periodTo: row.periodTo },
      ...{ deadline: row.deadline, state, concludedOn },
    },
    kle: KLE,
    journalNumber: null,
    openedAt: row.createdAt,
    closedAt: acts.findLast(({ kind }) => ENDING.includes(kind))?.at ?? null,
    publishedAt: publication?.at ?? null,
    sentToAuthority: notices.map(({ sentOn, recipient, journalNumber }) => ({ sentOn, recipient, journalNumber })),
    responsible: acts[0] ? { id: acts[0].body, name: bodies.get(acts[0].body) ?? null } : null,
    parties: parties.map(({ party, name, council }) => ({ id: party, name, council })),
    versions: versions.map(({ row: { number, hash, act, createdAt } }) => ({ number, hash, act, createdAt })),
    decisions: decisions.map(({ id, party, body, outcome, meetingDate, version }) => {
      return { id, party, body, bodyName: bodies.get(body) ?? null, outcome, meetingDate, version };
    }),
    log: { number: last?.number ?? 0, head: last?.hash ?? null },
    documents,
  };
}
