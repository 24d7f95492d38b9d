import { actHash, hiddenHash, type ActRow } from '@enig/data';
import {
  brandId,
  canonicalBytes,
  canonicalHash,
  instantFromMillis,
  sha256,
  type AgreementId,
  type Json,
} from '@enig/kernel';
import { pretty, type Line } from './test-lines';
import { repacked } from './test-manipulations';

const AGREEMENT = brandId<AgreementId>('7d1f0c52-5a0f-4a3e-9d62-3f1f4a1f2b10');
const PERSON = brandId<ActRow['person']>('11111111-1111-4111-8111-111111111111');
/** Who agrees to what the first asked for. */
export const SECOND = brandId<ActRow['person']>('33333333-3333-4333-8333-333333333333');
const BODY = brandId<ActRow['body']>('secretariat:1085');
const PARTY = 'municipality:0265';
const COUNCIL = 'municipalCouncil:0265';

/** What an approval is of: whose, and in which step. */
export interface Approving {
  readonly body?: string;
  readonly step?: string;
}

/** A case of a few acts, written as it is exported, for who wants to see what the verifier makes of one. */
export class SmallCase {
  readonly acts: ActRow[] = [];
  readonly files = new Map<string, Buffer>();

  /** @param isOld as acts were logged before their hash held their kind. */
  act(kind: string, facts: { readonly [name: string]: Json } = {}, isOld = false, person = PERSON): this {
    const number = this.acts.length + 1;
    const salt = isOld ? null : number.toString(16).padStart(32, '0');
    const said = { agreement: AGREEMENT, number, at: instantFromMillis(1_790_000_000_000 + number), kind, facts, salt };
    const by = { person, body: BODY, capacity: 'secretariatOfficer' as const };
    const act = { ...said, ...by, previous: this.acts.at(-1)?.hash ?? null };
    this.acts.push({ id: number, ...act, hash: actHash(act) });
    return this;
  }

  /** Freezes a version without texts. @returns its hash. */
  freeze(number: number, isOld = false): string {
    const manifest = { agreement: { id: AGREEMENT, title: 'En aftale' }, number, parties: [{ id: PARTY }] };
    const bytes = Buffer.from(canonicalBytes({ ...manifest, parts: [], annexes: [] }));
    const version = sha256(bytes);
    this.files.set(`versions/${number}/manifest.json`, bytes);
    const named = isOld ? {} : { step: 'council', councils: [{ party: PARTY, body: COUNCIL }] };
    this.act('freezeForDecision', { version, ...named }, isOld);
    return version;
  }

  /** The party's own approval of a version: its council's, in the step that binds, if nothing else is said. */
  decide(version: string, { body = COUNCIL, step = 'council' }: Approving = {}): this {
    const shared = { party: PARTY, body, step, outcome: 'approved', version, meetingDate: '2026-11-20' };
    const more = { supersedes: null, needsSecond: false, reaffirms: null };
    const id = '22222222-2222-4222-8222-222222222222';
    this.act('recordDecision', { decision: id, ...shared, ...more, said: canonicalHash({ item: '7' }) });
    const { at = '', person, capacity } = this.acts.at(-1) ?? {};
    const decision = {
      ...{ format: 'enig-decision/1', id, ...shared, ...more, isOwn: true, recordedAt: at, person, recordedFor: BODY },
      ...{ capacity, said: { item: '7' }, confirmation: null, minutesHeldBack: null },
    };
    this.files.set(`decisions/municipality-0265/${id}/decision.json`, pretty(decision));
    return this;
  }

  /** An act as it stands in the log; withheld, as one on a draft is shown. */
  line(number: number, isWithheld = false): Line {
    const act = this.acts[number - 1];
    if (!act) throw new Error(`There is no act ${number}`);
    const { id: _, ...told } = act;
    if (!isWithheld) return { ...told };
    const { at, kind, previous, hash } = told;
    const said = hiddenHash(told);
    const place = { number, withheld: true, previous, hash };
    return said === null ? place : { ...place, at, kind, said };
  }

  /** @param withheld numbers of the acts that are shown withheld. */
  lines(withheld: readonly number[] = []): Line[] {
    return this.acts.map(({ number }) => this.line(number, withheld.includes(number)));
  }

  /** The case, with this log and whatever stands otherwise in it. */
  zip(acts: readonly Line[] = this.lines(), other: { readonly [path: string]: unknown } = {}): Promise<Buffer> {
    const last = acts.at(-1);
    const log = { number: last?.number ?? 0, head: last?.hash ?? null };
    const files = new Map(this.files);
    files.set('case.json', pretty({ format: 'enig-bundle/1', agreement: { id: AGREEMENT }, log }));
    files.set('log.json', pretty({ format: 'enig-log/1', agreement: AGREEMENT, acts, names: {} }));
    for (const [path, value] of Object.entries(other)) files.set(path, pretty(value));
    return repacked(files);
  }
}
