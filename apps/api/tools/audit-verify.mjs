/**
 * `npm run audit:verify [-- --receipt <kvittering>]…`: goes through the log of every agreement in the database, with the
 * same checks as the program that lies in every exported case: each chain is whole, what was frozen is what its hash says,
 * every decision is what the log recorded, and nothing was concluded without everybody. Reads one moment, changes nothing.
 *
 * DATABASE_URL says where; without it, the database that comes with Enig, while Enig runs (DATA_DIR).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  actFault,
  canonical,
  counted,
  decisionFault,
  Faults,
  FREEZING,
  fitting,
  missingApprovals,
  receiptFault,
  receiptsIn,
  report,
  sha256,
} from './verify-case.mjs';

/** The act that says that an agreement was sent to the authority. */
const NOTED = 'noteSentToAuthority';
/** The acts that an agreement's state is made of. */
const EVENTS = 'freezeForHearing hearVersion endHearing freezeForDecision reopenWriting conclude abandon'.split(' ');
/** Acts that rows are held against, whatever they say; those on a version or a decision are, too. */
const HELD_AGAINST = new Set([NOTED, ...EVENTS, 'overrideStep', 'consentToOverride']);
/** How many rows are read at a time: some MB. */
const PAGE = 5_000;
/** Where root's PostgreSQL account keeps a folder it may enter (libs/data/src/embedded). */
const SHARED_FOLDER = '/var/lib/enig';

const AT = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const ACTS = `SELECT agreement, number, ${AT('at')} AS at, person, body, capacity, kind, facts, salt, previous, hash
  FROM act ORDER BY agreement, number`;
const DECISIONS = `SELECT d.*, d.meeting_date::text AS met, d.next_meeting::text AS next, ${AT('d.recorded_at')} AS recorded,
  ${AT('c.at')} AS confirmed_at, c.person AS confirmed_by,
  c.body AS confirmed_for, c.capacity AS confirmed_as FROM decision d LEFT JOIN confirmation c ON c.decision = d.id
  ORDER BY d.agreement, d.recorded_at, d.id`;
const VERSIONS = `SELECT v.hash, v.agreement, v.number, v.manifest, array(SELECT t.sha256 FROM version_text x
    JOIN text_version t ON t.id = x.text_version WHERE x.version = v.hash ORDER BY x.position) AS texts
  FROM version v ORDER BY v.agreement, v.number`;
const TEXTS = 'SELECT sha256, content AS bytes FROM text_version ORDER BY sha256';
const FILES = `SELECT f.sha256, f.bytes FROM file f
  WHERE EXISTS (SELECT FROM annex a WHERE a.sha256 = f.sha256)
    OR EXISTS (SELECT FROM decision d WHERE to_jsonb(d) ->> 'minutes_file' = f.sha256) ORDER BY f.sha256`;

const CASES = `SELECT p.agreement, p.party, p.version, s.content, s.sha256, ${AT('s.at')} AS at, s.person, s.body, s.capacity
  FROM case_sending s JOIN case_paper p ON p.id = s.case_paper ORDER BY p.agreement, p.party, s.at`;
const HAPPENED = `SELECT agreement, event AS kind, version, reason, ${AT('at')} AS at, person, body, capacity
  FROM agreement_event ORDER BY id`;
const OVERRIDES = `SELECT id AS override, agreement, step, party, kind AS how, taker, reason, ${AT('at')} AS at, person,
  body, capacity FROM step_override ORDER BY agreement, at, id`;
const CONSENTS = `SELECT o.id AS override, o.agreement, ${AT('c.at')} AS at, c.person, c.body, c.capacity
  FROM step_override_consent c JOIN step_override o ON o.id = c.override ORDER BY o.agreement, c.at, o.id`;
const PARTIES = `SELECT a.id AS agreement, array(SELECT p.party FROM agreement_party p WHERE p.agreement = a.id) AS parties
  FROM agreement a ORDER BY a.id`;
const PUBLICATIONS = `SELECT agreement, version, ${AT('at')} AS at, person, body, capacity FROM publication ORDER BY agreement`;
const NOTICES = `SELECT agreement, sent_on::text AS "sentOn", recipient, journal_number AS "journalNumber", ${AT('at')} AS at,
  person, body, capacity FROM authority_notice ORDER BY agreement, sent_on, at, id`;

/** What is kept of an agreement's acts: enough to hold decisions and conclusions against, and what receipts ask for. */
class Chains {
  byAgreement = new Map();
  count = 0;

  constructor(receipts, faults) {
    this.receipts = receipts;
    this.faults = faults;
  }

  of(agreement) {
    const known = this.byAgreement.get(agreement);
    if (known) return known;
    const chain = { last: null, isBroken: false, spoken: [], hashes: new Map() };
    this.byAgreement.set(agreement, chain);
    return chain;
  }

  add(act) {
    this.count += 1;
    const chain = this.of(act.agreement);
    if (chain.isBroken) return;
    const fault = actFault(act, chain.last, act.agreement);
    if (fault !== null) {
      this.faults.add(placeOf(act), fault);
      chain.isBroken = true;
    }
    chain.last = { number: act.number, hash: act.hash, salt: act.salt };
    // A list says nothing; an act like that has been named as a fault already.
    const facts = typeof act.facts === 'object' && act.facts !== null ? act.facts : {};
    if (typeof facts.version === 'string' || 'decision' in facts || HELD_AGAINST.has(act.kind))
      chain.spoken.push({ ...act, facts });
    if (this.receipts.some(({ number }) => number === act.number)) chain.hashes.set(act.number, act.hash);
  }
}

function placeOf({ agreement, number }) {
  return `aftale ${agreement}, handling nr. ${number}`;
}

async function* rowsOf(client, query) {
  await client.query(`DECLARE reading NO SCROLL CURSOR FOR ${query}`);
  try {
    for (;;) {
      const { rows } = await client.query(`FETCH ${PAGE} FROM reading`);
      yield* rows;
      if (rows.length < PAGE) return;
    }
  } finally {
    await client.query('CLOSE reading');
  }
}

/** Everything a hash stands for must be what it was. @returns the hashes there are. */
async function checkBytes(client, query, what, faults) {
  const there = new Set();
  for await (const { sha256: hash, bytes } of rowsOf(client, query)) {
    if (sha256(bytes) !== hash) faults.add(`${what} ${hash}`, 'dens bytes passer ikke til dens fingeraftryk');
    there.add(hash);
  }
  return there;
}

async function checkVersions(client, chains, faults) {
  const files = await checkBytes(client, FILES, 'filen', faults);
  await checkBytes(client, TEXTS, 'teksten', faults);
  const versions = new Map();
  for await (const { hash, agreement, number, manifest: bytes, texts } of rowsOf(client, VERSIONS)) {
    const where = `aftale ${agreement}, version ${number}`;
    if (sha256(bytes) !== hash) {
      faults.add(where, 'dens manifest passer ikke til dens fingeraftryk');
      continue;
    }
    // From here on it is what Enig once wrote.
    const manifest = JSON.parse(bytes.toString('utf8'));
    if (canonical(manifest) !== bytes.toString('utf8'))
      faults.add(where, 'dens manifest er ikke skrevet efter RFC 8785');
    if (manifest.number !== number || manifest.agreement.id !== agreement) faults.add(where, 'den er en anden version');
    const named = manifest.parts.flatMap((part) => part.texts.map((text) => text.sha256));
    if (canonical(named) !== canonical(texts)) faults.add(where, 'dens tekster er ikke dem, manifestet nævner');
    for (const annex of manifest.annexes)
      if (!files.has(annex.sha256)) faults.add(where, `bilag ${annex.number} mangler`);
    const { spoken } = chains.of(agreement);
    if (!spoken.some(({ kind, facts }) => FREEZING.has(kind) && facts.version === hash))
      faults.add(where, 'ingen handling i loggen har frosset den');
    versions.set(hash, manifest);
  }
  for (const { spoken } of chains.byAgreement.values())
    for (const act of spoken)
      if (/^[0-9a-f]{64}$/.test(act.facts.version ?? '') && !versions.has(act.facts.version))
        faults.add(placeOf(act), `den er om en version, der ikke er der: ${act.facts.version}`);
  return versions;
}

/** Whether a row says who did something, for whom and when, as an act does. */
function isBy(row, act) {
  return ['at', 'person', 'body', 'capacity'].every((name) => row[name] === act[name]);
}

/** Rows that tell of acts, each of one and each act of one. @param kinds of the acts; a row of several says which. */
async function checkTold(client, chains, { query, kinds, what, says }, faults) {
  const seen = new Set();
  for await (const row of rowsOf(client, query)) {
    const { spoken } = chains.of(row.agreement);
    const { kind = kinds[0] } = row;
    const act = spoken.find(
      (each) => each.kind === kind && !seen.has(each) && isBy(row, each) && says(row, each.facts),
    );
    if (act) seen.add(act);
    else faults.add(`aftale ${row.agreement}, ${what}`, 'ingen handling i loggen siger det samme');
  }
  for (const { spoken } of chains.byAgreement.values())
    for (const act of spoken)
      if (kinds.includes(act.kind) && !seen.has(act)) faults.add(placeOf(act), `${what}, som den er om, er der ikke`);
}

/** What the state is made of, and the steps that were taken otherwise: what the pages show must be what was logged. */
async function checkEvents(client, chains, faults) {
  const isSame = ({ version, reason }, facts) =>
    (facts.version ?? null) === version && (facts.reason ?? null) === reason;
  await checkTold(client, chains, { query: HAPPENED, kinds: EVENTS, what: 'det, der er sket', says: isSame }, faults);
  const isAsked = ({ override, step, party, how: kind, taker, reason }, facts) =>
    canonical({ override, step, party, kind, taker, reason }) === canonical(facts);
  const asked = { query: OVERRIDES, kinds: ['overrideStep'], what: 'ændringen af et trin', says: isAsked };
  await checkTold(client, chains, asked, faults);
  const isAgreed = ({ override }, facts) => facts.override === override;
  const agreed = {
    query: CONSENTS,
    kinds: ['consentToOverride'],
    what: 'samtykket til et ændret trin',
    says: isAgreed,
  };
  await checkTold(client, chains, agreed, faults);
}

/** Every agreement has a log, and while a version is decided on and after, its parties are the version's. */
async function checkAgreements(client, chains, versions, faults) {
  for await (const { agreement, parties } of rowsOf(client, PARTIES)) {
    const { last, spoken } = chains.of(agreement);
    if (last === null) faults.add(`aftale ${agreement}`, 'dens log er væk');
    const decisive = spoken.findLast(({ kind }) => kind === 'freezeForDecision' || kind === 'reopenWriting');
    if (decisive?.kind !== 'freezeForDecision') continue;
    const named = versions.get(decisive.facts.version)?.parties;
    if (named && canonical(named.map(({ id }) => id).sort()) !== canonical(parties.sort()))
      faults.add(`aftale ${agreement}`, 'dens parter er ikke dem, der står i den version, der besluttes om');
  }
}

/** The cases that were sent on, the publications and what was sent to the authority. */
async function checkWhatCame(client, chains, faults) {
  const isCase = ({ content, sha256: hash, party, version }, facts) =>
    sha256(content) === hash && facts.sha256 === hash && facts.party === party && facts.version === version;
  await checkTold(client, chains, { query: CASES, kinds: ['sendCase'], what: 'den sendte sag', says: isCase }, faults);
  const isPublished = ({ version }, facts) => facts.version === version;
  const published = { query: PUBLICATIONS, kinds: ['conclude'], what: 'offentliggørelsen', says: isPublished };
  await checkTold(client, chains, published, faults);
  const isNoted = ({ sentOn, recipient, journalNumber }, facts) =>
    canonical({ sentOn, recipient, journalNumber }) === canonical(facts);
  await checkTold(client, chains, { query: NOTICES, kinds: [NOTED], what: 'indberetningen', says: isNoted }, faults);
}

const RECORDING = new Set(['recordDecision', 'recordSharedDecision', 'enterDecision']);

async function checkDecisions(client, chains, faults) {
  const seen = new Set();
  for await (const row of rowsOf(client, DECISIONS)) {
    const { spoken } = chains.of(row.agreement);
    const about = spoken.filter(({ facts }) => facts.decision === row.id);
    const recorded = about.find(({ kind }) => RECORDING.has(kind));
    const fault = decisionFault(
      decisionOf(row),
      recorded,
      about.find(({ kind }) => kind === 'confirmDecision'),
    );
    if (fault !== null) faults.add(`aftale ${row.agreement}, beslutning ${row.id}`, fault);
    seen.add(row.id);
  }
  for (const { spoken } of chains.byAgreement.values())
    for (const act of spoken)
      if (RECORDING.has(act.kind) && !seen.has(act.facts.decision))
        faults.add(placeOf(act), 'dens beslutning er der ikke');
  return seen.size;
}

/** A decision as it is exported (docs/bundle-format.md). */
function decisionOf(row) {
  const { id, party, body, step, version, outcome, supersedes, person, item, wording, reason } = row;
  const { minority = '', minutes_link: link, minutes_file: file = null, minutes_name: name = null } = row;
  const kept = file === null ? null : { kind: 'file', sha256: file, name: name ?? '' };
  const minutes = link === null ? kept : { kind: 'link', url: link };
  const { confirmed_at: at, confirmed_by: by, confirmed_for: confirmedFor, confirmed_as: as } = row;
  return {
    ...{ id, party, body, step, version, outcome, supersedes, person, meetingDate: row.met, recordedAt: row.recorded },
    ...{ isOwn: row.is_own, needsSecond: row.needs_second ?? false, reaffirms: row.reaffirms ?? null },
    said: { item, wording, reason, minority, nextMeeting: row.next, minutes },
    ...{ recordedFor: row.recorded_for, capacity: row.capacity },
    confirmation: at === null ? null : { at, person: by, body: confirmedFor, capacity: as },
  };
}

function checkConclusions(chains, versions, faults) {
  for (const { spoken } of chains.byAgreement.values())
    for (const [index, act] of spoken.entries()) {
      if (act.kind !== 'conclude') continue;
      const parties = (versions.get(act.facts.version)?.parties ?? []).map(({ id }) => id);
      const missing = missingApprovals(spoken.slice(0, index), act.facts.version, parties);
      if (parties.length === 0 || missing.length > 0)
        faults.add(placeOf(act), `aftalen var ikke godkendt af alle: ${missing.join(', ')}`);
    }
}

/** A receipt that does not say which agreement it is of must fit one. */
function checkReceipts(receipts, chains, faults) {
  for (const receipt of receipts) {
    const all = [...chains.byAgreement].filter(([id]) => receipt.agreement === null || receipt.agreement === id);
    const found = all.map(([id, { last, hashes }]) => {
      return { id, last: last?.number ?? 0, fault: receiptFault(receipt, last?.number ?? 0, (at) => hashes.get(at)) };
    });
    if (found.some(({ fault }) => fault === null)) continue;
    const [first] = found;
    const where =
      receipt.agreement === null || !first
        ? 'kvitteringen'
        : placeOf({ agreement: first.id, number: Math.min(receipt.number, first.last) });
    faults.add(where, `${found.length === 1 ? first.fault : 'ingen log har dens fingeraftryk'} (${receipt.name})`);
  }
}

/** Where the database is: as it is set, or the one that comes with Enig, as it says of itself while it runs. */
function connection() {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { DATABASE_URL, DATA_DIR = '.data' } = process.env;
  if (DATABASE_URL) return { connectionString: DATABASE_URL };
  const folder = resolve(DATA_DIR);
  const shared = join(SHARED_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  for (const each of [folder, shared]) {
    const file = join(each, 'postgres', 'postmaster.pid');
    const socket = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[4] : '';
    if (socket) return { host: socket, user: 'enig', database: 'enig' };
  }
  throw new Error('Enig kører ikke. Start med npm start, eller sæt DATABASE_URL.');
}

async function main(args) {
  const receipts = args.flatMap((arg, index) => (args[index - 1] === '--receipt' ? receiptsIn(arg) : []));
  const client = new pg.Client({ ...connection(), application_name: 'enig-audit-verify' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const faults = new Faults();
    const chains = new Chains(receipts, faults);
    for await (const act of rowsOf(client, ACTS)) chains.add(act);
    const versions = await checkVersions(client, chains, faults);
    const decisions = await checkDecisions(client, chains, faults);
    await checkEvents(client, chains, faults);
    await checkWhatCame(client, chains, faults);
    await checkAgreements(client, chains, versions, faults);
    checkConclusions(chains, versions, faults);
    checkReceipts(receipts, chains, faults);
    const ends = [...chains.byAgreement].flatMap(([id, { last }]) =>
      last ? [`aftale ${id}: ${last.number}:${last.hash}`] : [],
    );
    return report('databasen', faults.all, [
      [
        counted(chains.count, 'handling', 'handlinger'),
        counted(versions.size, 'version', 'versioner'),
        counted(decisions, 'beslutning', 'beslutninger'),
      ].join(', '),
      ...(chains.count === 0 ? ['Der er ingen log. Er det den rigtige database?'] : ends),
      receipts.length > 0
        ? fitting(receipts)
        : 'Uden en kvittering kan det ikke ses, om en log er klippet af i enden eller skrevet om',
    ]);
  } finally {
    await client.end();
  }
}

process.chdir(process.env.INIT_CWD ?? fileURLToPath(new URL('../../../', import.meta.url)));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
