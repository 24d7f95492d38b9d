#!/usr/bin/env node
/**
 * Kontrollerer en hel sag fra Enig, uden Enig: `node verify-case.mjs <sag.zip eller mappen> [--receipt <kvittering>]…`
 *
 * En kvittering er en PDF fra Enig, en tekstfil, eller det, der står på den: `14:<de 64 tegn>`. Med en kvittering findes
 * også en log, der er klippet af i enden, og en log, der er skrevet om fra et sted og frem.
 *
 * One file, nothing but Node 20 or newer; docs/bundle-format.md says what is checked and why. Exit code 0: everything
 * fits; 1: something does not, and the first bad entry is named; 2: it was not understood what to check.
 *
 * It is longer than our other files on purpose: it lies in every case, and who finds it in an archive has nothing else.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How many faults are written out; the first is the one that counts. */
const MOST_FAULTS = 20;
const HASH = /^[0-9a-f]{64}$/;

/** SHA-256 in lowercase hex. */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** RFC 8785: one way to write a JSON value. Keys are sorted as UTF-16, and numbers are written as ECMAScript does. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** The SHA-256 of a value's canonical bytes. */
export function canonicalHash(value) {
  return sha256(Buffer.from(canonical(value), 'utf8'));
}

/** What does not fit, and where; in the order in which it was found. */
export class Faults {
  all = [];

  add(where, what) {
    this.all.push({ where, what });
  }
}

/**
 * What was hashed of an act: its place, moment and kind, and beside them a salted hash of what else it says, which alone
 * is shown where the rest is withheld. Acts from before there was a salt were hashed with everything they say.
 */
function hashedOf(act) {
  const { agreement, number, at, person, body, capacity, kind, facts, previous, salt = null, said } = act;
  if (act.withheld === true) return { agreement, number, at, kind, said, previous };
  if (salt === null) return { agreement, number, at, person, body, capacity, kind, facts, previous };
  const hidden = canonicalHash({ salt, person, body, capacity, facts });
  return { agreement, number, at, kind, said: hidden, previous };
}

/** Whether its kind is in its hash by itself, so that it shows its kind also where it is withheld. */
function showsKind(act) {
  return (act.salt ?? null) !== null || 'said' in act;
}

/**
 * Whether an act follows the one before it (null: it is the first). Once acts show their kind they all do, so that none
 * can be shown as if it were from before.
 *
 * @returns what is wrong with it; null for nothing.
 */
export function actFault(act, before, agreement) {
  const number = (before?.number ?? 0) + 1;
  if (act.number !== number) return `her skulle nr. ${number} stå; der er fjernet, indsat eller byttet om`;
  if ((act.previous ?? null) !== (before?.hash ?? null)) return 'den bygger ikke på handlingen før';
  if (typeof act.hash !== 'string' || !HASH.test(act.hash)) return 'dens fingeraftryk er ikke et SHA-256';
  if (before && showsKind(before) && !showsKind(act)) return 'den viser ikke sin slags, og det gør handlingen før';
  if (act.withheld === true && !showsKind(act)) return null;
  if (act.withheld !== true && act.agreement !== agreement) return 'den hører til en anden aftale';
  return canonicalHash(hashedOf({ ...act, agreement })) === act.hash
    ? null
    : 'indholdet passer ikke til dens fingeraftryk';
}

/** @returns what is wrong with a receipt's head, where the log ends at `last` and `hashAt(number)` is what stands there. */
export function receiptFault({ number, hash }, last, hashAt) {
  if (number > last) return `kvitteringen viser nr. ${number}, men loggen ender ved nr. ${last}: enden er klippet af`;
  if (hashAt(number) === hash) return null;
  return `kvitteringen viser et andet fingeraftryk for nr. ${number}: loggen er skrevet om der eller før`;
}

const DECISION_KINDS = new Set(['recordDecision', 'recordSharedDecision', 'enterDecision']);
const APPROVALS = new Set(['approved', 'approvedWithRemark']);

/** What the act says that put a version to the parties. */
function putToTheParties(acts, version) {
  return acts.findLast(({ kind, facts }) => kind === 'freezeForDecision' && facts.version === version)?.facts;
}

function namesCouncils(acts, version) {
  return 'councils' in (putToTheParties(acts, version) ?? {});
}

/**
 * Which decisions on a version bind a party: those of the council that the act which put the text to the parties names, in
 * the step it names, or of the one in its place that one person asked for and another agreed to. A log from before
 * councils were named tells of none, and any body's decision counts there.
 */
function bindingIn(acts, version) {
  if (!namesCouncils(acts, version)) return () => true;
  const { step, councils } = putToTheParties(acts, version);
  const deciding = new Map((isList(councils) ? councils : []).map(({ party, body }) => [party, body]));
  const asked = new Map();
  for (const { kind, facts, person } of acts)
    if (kind === 'overrideStep') asked.set(facts.override, { ...facts, person });
    else if (kind === 'consentToOverride') {
      const other = asked.get(facts.override);
      const isTaken = other?.kind === 'replaceBody' && other.step === step && other.person !== person;
      if (isTaken) deciding.set(other.party, other.taker);
    }
  return (facts) => facts.step === step && deciding.get(facts.party) === facts.body;
}

/**
 * The parties that have no approval in effect of a version, from the acts before the conclusion alone: their council's,
 * which counts once it is confirmed where it was entered for a party, or the party asks for a second person; what is
 * superseded by a decision that counts does not.
 */
export function missingApprovals(acts, version, parties) {
  const confirmed = new Set(acts.filter(({ kind }) => kind === 'confirmDecision').map(({ facts }) => facts.decision));
  const binds = bindingIn(acts, version);
  const counting = acts.filter(({ kind, facts }) => {
    if (!DECISION_KINDS.has(kind) || facts.version !== version || facts.party === null || !binds(facts)) return false;
    return (kind === 'recordDecision' && facts.needsSecond !== true) || confirmed.has(facts.decision);
  });
  const effective = new Map();
  for (const { facts } of counting) effective.set(`${facts.party} ${facts.body} ${facts.step}`, facts);
  const approved = [...effective.values()].filter(({ outcome }) => APPROVALS.has(outcome)).map(({ party }) => party);
  return parties.filter((party) => !approved.includes(party));
}

/** Opens what a receipt is given as. @throws Error for what holds no head of a log. */
export function receiptsIn(given) {
  const said = /^(\d+):([0-9a-f]{64})$/i.exec(given.trim());
  if (said) return [{ name: given, agreement: null, number: Number(said[1]), hash: said[2].toLowerCase() }];
  const heads = headsIn(readFileSync(given));
  if (heads.length === 0) throw new Error(`Der står ikke noget om en log i ${given}`);
  return heads.map((head) => ({ name: given, ...head }));
}

/** What a PDF says of itself is in its bytes as it is, and in some twice; so is what stands in a text file. */
function headsIn(bytes) {
  const text = bytes.toString('latin1');
  const all = [...text.matchAll(/enig-log ([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})/g)];
  const marked = all.filter(([said], index) => all.findIndex(([each]) => each === said) === index);
  if (marked.length > 0)
    return marked.map(([, agreement, number, hash]) => ({ agreement, number: Number(number), hash }));
  const plain = [...text.matchAll(/(\d+)\s*[:,]\s*([0-9a-f]{64})/g)];
  return plain.map(([, number, hash]) => ({ agreement: null, number: Number(number), hash }));
}

/* The zip file: stored, not compressed, in the order of the names, nothing between and nothing after. */

const CRC = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

class NotAsWritten extends Error {}

function must(holds, where, what) {
  if (!holds) throw Object.assign(new NotAsWritten(what), { where });
}

/** Where the list of the files begins, and how many there are. */
function endOf(zip) {
  const at = zip.length - 22;
  must(at >= 0 && zip.readUInt32LE(at) === 0x06054b50, 'zip-filen', 'den ender ikke, som Enig skriver den');
  const [count, size, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 12), zip.readUInt32LE(at + 16)];
  const isPlain =
    zip.readUInt32LE(at + 4) === 0 && zip.readUInt16LE(at + 8) === count && zip.readUInt16LE(at + 20) === 0;
  must(isPlain && start + size === at, 'zip-filen', 'listen over filerne passer ikke');
  return { count, start, end: at };
}

/** What stands in the list of every file Enig wrote, but its time: made on Unix, UTF-8, stored, no extras. */
const FIXED = '3f03140000080000 00000000000000000000b481'.replace(' ', '');

function fixedOf(zip, at) {
  return Buffer.concat([zip.subarray(at + 4, at + 12), zip.subarray(at + 30, at + 42)]).toString('hex');
}

/** The files in a zip file, by path. @throws NotAsWritten */
export function unzip(zip) {
  const { count, start, end } = endOf(zip);
  const files = new Map();
  let [at, next, time, before] = [start, 0, null, ''];
  for (let index = 0; index < count; index += 1) {
    must(at + 46 <= end && zip.readUInt32LE(at) === 0x02014b50, 'zip-filen', 'listen over filerne er brudt');
    const length = zip.readUInt16LE(at + 28);
    const path = zip.subarray(at + 46, at + 46 + length).toString('utf8');
    const isOurs = fixedOf(zip, at) === FIXED;
    must(isOurs, path, 'den er ikke pakket af Enig; pak zip-filen ud, og kontrollér mappen');
    must(path > before, path, 'filerne i zip-filen står ikke i orden');
    must(zip.readUInt32LE(at + 42) === next, path, 'den ligger ikke, hvor listen siger');
    const bytes = stored(zip, at, next, length);
    time ??= zip.readUInt32LE(at + 12);
    must(zip.readUInt32LE(at + 12) === time, path, 'den har en anden tid end de andre filer i zip-filen');
    must(crc32(bytes) === zip.readUInt32LE(at + 16), path, 'dens bytes er ændret');
    files.set(path, bytes);
    before = path;
    next += 30 + length + bytes.length;
    at += 46 + length;
  }
  must(at === end && next === start, 'zip-filen', 'der er noget i den, som ikke er på listen');
  return files;
}

/** What stands in the file's own header must be what the list says of it. */
function stored(zip, listed, at, length) {
  const path = zip.subarray(listed + 46, listed + 46 + length);
  const isSame =
    zip.readUInt32LE(at) === 0x04034b50 &&
    zip.subarray(at + 4, at + 30).equals(zip.subarray(listed + 6, listed + 32)) &&
    zip.subarray(at + 30, at + 30 + length).equals(path);
  const size = zip.readUInt32LE(listed + 20);
  must(
    isSame && size === zip.readUInt32LE(listed + 24),
    path.toString('utf8'),
    'den står to steder, og de er ikke ens',
  );
  must(at + 30 + length + size <= zip.length, path.toString('utf8'), 'den er klippet af');
  return zip.subarray(at + 30 + length, at + 30 + length + size);
}

/** The files in a folder, by path; what a computer puts there by itself is left out. */
function filesIn(folder, under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (['.DS_Store', 'Thumbs.db', '__MACOSX'].includes(entry.name)) return [];
    return entry.isDirectory() ? filesIn(folder, path) : [[path, readFileSync(join(folder, path))]];
  });
}

/* The case. */

/** Checks a whole case. @returns what does not fit, and how much there was of everything. */
export function checkCase(files, receipts = []) {
  const faults = new Faults();
  const json = (path) => read(files, path, faults);
  const [about, log] = [json('case.json'), json('log.json')];
  const acts = checkLog(log, about, faults);
  checkWithheld(acts, faults);
  const versions = checkVersions(files, acts, log?.agreement, faults);
  const decisions = checkDecisions(files, acts, versions, faults);
  const cases = checkCases(files, acts, versions, faults);
  checkNotices(files, acts, log?.agreement, faults);
  checkConclusion(acts, versions, faults);
  checkSums(files, faults);
  const heads = [...receipts, ...ownReceipts(files)];
  checkReceipts(heads, acts, log?.agreement, faults);
  const last = acts.at(-1);
  return {
    faults: faults.all,
    agreement: log?.agreement ?? null,
    head: last ? `${last.number}:${last.hash}` : null,
    counts: {
      acts: acts.length,
      withheld: acts.filter((act) => act.withheld === true && showsKind(act)).length,
      hidden: acts.filter((act) => act.withheld === true && !showsKind(act)).length,
      heldBack: heldBackIn(files),
      unnamed: told(acts).filter(({ kind, facts }) => kind === 'conclude' && !namesCouncils(told(acts), facts.version))
        .length,
      versions: versions.size,
      decisions,
      cases,
      files: files.size,
      receipts: receipts.length,
    },
  };
}

const NOT_AS_WRITTEN = 'den er ikke skrevet, som Enig skriver den';

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a list of objects; what is in each is asked where it is used. */
function isList(value) {
  return Array.isArray(value) && value.every(isObject);
}

function read(files, path, faults) {
  const bytes = files.get(path);
  if (!bytes) {
    faults.add(path, 'den mangler');
    return null;
  }
  try {
    const text = bytes.toString('utf8');
    const value = JSON.parse(text);
    if (!isObject(value)) {
      faults.add(path, NOT_AS_WRITTEN);
      return null;
    }
    // The same value written otherwise, or a name given twice, would say one thing to people and another to a program.
    const isAsWritten = text === `${JSON.stringify(value, null, 2)}\n` || text === canonical(value);
    if (!isAsWritten) faults.add(path, NOT_AS_WRITTEN);
    return value;
  } catch {
    faults.add(path, 'den kan ikke læses som JSON');
    return null;
  }
}

const ACT = ['number', 'at', 'agreement', 'person', 'body', 'capacity', 'kind', 'facts', 'salt', 'previous', 'hash'];
const WITHHELD = ['number', 'at', 'kind', 'withheld', 'said', 'previous', 'hash'];
/** One of those from before acts showed their kind. */
const WITHHELD_BEFORE = ['number', 'withheld', 'previous', 'hash'];

function isActAsWritten(act) {
  if (!isObject(act)) return false;
  if (act.withheld === true) return hasOnly(act, 'said' in act ? WITHHELD : WITHHELD_BEFORE);
  return hasOnly(act, ACT) && isObject(act.facts);
}

/** Every act to the first that does not fit: what comes after it hangs in the air. */
function checkLog(log, about, faults) {
  const acts = Array.isArray(log?.acts) ? log.acts : [];
  const isLog = log?.format === 'enig-log/1' && hasOnly(log, ['format', 'agreement', 'acts', 'names']);
  if (log && !isLog) faults.add('log.json', NOT_AS_WRITTEN);
  if (log && acts.length === 0) faults.add('log.json', 'der er ingen handlinger i den');
  let before = null;
  for (const act of acts) {
    const fault = isActAsWritten(act) ? actFault(act, before, log.agreement) : NOT_AS_WRITTEN;
    if (fault !== null) {
      faults.add(`log.json, handling nr. ${String(act?.number ?? '?')}`, fault);
      break;
    }
    before = act;
  }
  const { number = 0, hash = null } = acts.at(-1) ?? {};
  if (about && (about.log?.number !== number || about.log?.head !== hash))
    faults.add(
      'case.json',
      `den siger, at loggen ender ved nr. ${String(about.log?.number)}; den ender ved nr. ${number}`,
    );
  if (about && log && about.agreement?.id !== log.agreement) faults.add('case.json', 'den er om en anden aftale');
  return acts.filter(isObject);
}

/** What is done to a draft. */
const DRAFT_KINDS = new Set([
  ...['addSection', 'moveSection', 'removeSection', 'putBackSection', 'setCoordinators', 'addEasyRead'],
  ...['addAnnex', 'removeAnnex'],
]);
/** While a version is heard, the draft is written on. */
const CLOSES_WRITING = new Set(['freezeForDecision', 'conclude', 'abandon']);

/**
 * Only what was done to a draft that has not been frozen since may be withheld: nothing of a hearing or a decision is. Of
 * those from before acts showed their kind, only their place can be asked.
 */
function checkWithheld(acts, faults) {
  const frozenUpTo = acts.findLastIndex(({ kind }) => FREEZING.has(kind));
  let isWriting = true;
  for (const [index, { kind, number, withheld }] of acts.entries()) {
    if (kind === 'reopenWriting') isWriting = true;
    if (CLOSES_WRITING.has(kind)) isWriting = false;
    const isOfTheDraft = kind === undefined || DRAFT_KINDS.has(kind);
    if (withheld === true && (!isOfTheDraft || !isWriting || index < frozenUpTo))
      faults.add(`log.json, handling nr. ${number}`, 'den er skjult, og den kan ikke være om et udkast');
  }
}

/** The acts that say what they say. */
function told(acts) {
  return acts.filter(({ withheld, facts }) => withheld !== true && isObject(facts));
}

/** The acts that freeze a version. */
export const FREEZING = new Set(['freezeForHearing', 'freezeForDecision']);

function checkVersions(files, acts, agreement, faults) {
  const versions = new Map();
  const used = new Set();
  for (const path of [...files.keys()].filter((each) => /^versions\/[^/]+\/manifest\.json$/.test(each))) {
    const manifest = read(files, path, faults);
    if (!manifest) continue;
    if (!isManifest(manifest)) {
      faults.add(path, NOT_AS_WRITTEN);
      continue;
    }
    const bytes = files.get(path);
    const hash = sha256(bytes);
    if (canonical(manifest) !== bytes.toString('utf8')) faults.add(path, 'den er ikke skrevet efter RFC 8785');
    if (manifest.agreement?.id !== agreement) faults.add(path, 'den er om en anden aftale');
    if (path !== `versions/${manifest.number}/manifest.json`) faults.add(path, `den er version ${manifest.number}`);
    const frozen = told(acts).some(({ kind, facts }) => FREEZING.has(kind) && facts.version === hash);
    if (!frozen) faults.add(path, `ingen handling i loggen har frosset ${hash}`);
    for (const each of piecesOf(manifest)) checkPiece(files, each, { path, used }, faults);
    versions.set(hash, { path, manifest });
  }
  for (const { number, facts } of told(acts))
    if (typeof facts.version === 'string' && HASH.test(facts.version) && !versions.has(facts.version))
      faults.add(`log.json, handling nr. ${number}`, `den er om en version, der ikke er i sagen: ${facts.version}`);
  for (const path of files.keys())
    if (/^(texts|annexes)\//.test(path) && !used.has(path)) faults.add(path, 'ingen version har den');
  return versions;
}

/** Whether what the checks go through is there. */
export function isManifest({ agreement, parties, parts, annexes }) {
  return isObject(agreement) && [parties, parts, annexes].every(isList) && parts.every(({ texts }) => isList(texts));
}

/** What a version is made of: its texts and the files beside them. */
function piecesOf({ parts, annexes }) {
  const texts = parts.flatMap((part) => part.texts);
  return [
    ...texts.map((text) => ({ folder: 'texts', sha256: text.sha256, what: text.title })),
    ...annexes.map((annex) => ({ folder: 'annexes', sha256: annex.sha256, what: annex.title })),
  ];
}

function checkPiece(files, { folder, sha256: hash, what }, { path: from, used }, faults) {
  const path = [...files.keys()].find((each) => each.startsWith(`${folder}/${hash}.`));
  if (path === undefined) {
    faults.add(from, `»${what}« er ikke i sagen: ${folder}/${hash}`);
    return;
  }
  if (used.has(path)) return;
  used.add(path);
  if (sha256(files.get(path)) !== hash) faults.add(path, 'dens bytes passer ikke til dens fingeraftryk');
}

/** What a decision and its act both say. */
const SHARED = ['party', 'body', 'step', 'outcome', 'version', 'meetingDate', 'supersedes', 'needsSecond', 'reaffirms'];

function checkDecisions(files, acts, versions, faults) {
  const paths = [...files.keys()].filter((path) => /^decisions\/.+\/decision\.json$/.test(path));
  const recorded = new Map();
  for (const act of told(acts)) if (DECISION_KINDS.has(act.kind)) recorded.set(act.facts.decision, act);
  const confirmed = new Map(
    told(acts).flatMap((act) => (act.kind === 'confirmDecision' ? [[act.facts.decision, act]] : [])),
  );
  const seen = new Set();
  for (const path of paths) {
    const decision = read(files, path, faults);
    if (!decision) continue;
    if (decision.format !== 'enig-decision/1' || !hasOnly(decision, DECISION)) faults.add(path, NOT_AS_WRITTEN);
    if (path !== pathOf(decision)) faults.add(path, 'den ligger et andet sted end den hører til');
    if (seen.has(decision.id)) faults.add(path, 'beslutningen er i sagen to gange');
    seen.add(decision.id);
    if (!versions.has(decision.version)) faults.add(path, 'den er om en version, der ikke er i sagen');
    const fault = decisionFault(decision, recorded.get(decision.id), confirmed.get(decision.id));
    if (fault !== null) faults.add(path, fault);
    checkMinutes(files, path, decision, faults);
  }
  for (const [id, { number }] of recorded)
    if (!seen.has(id)) faults.add(`log.json, handling nr. ${number}`, 'dens beslutning er ikke i sagen');
  return paths.length;
}

/** What a decision says in a case, no more and no less. */
const DECISION = [
  ...['format', 'id', 'party', 'body', 'step', 'version', 'outcome', 'meetingDate', 'supersedes', 'reaffirms'],
  ...['isOwn', 'needsSecond', 'recordedAt', 'person', 'recordedFor', 'capacity', 'said', 'confirmation'],
  'minutesHeldBack',
];

/** Whether exactly these things are said: what nothing is held against must not be there. */
function hasOnly(value, names) {
  return canonical(Object.keys(value).sort()) === canonical([...names].sort());
}

/** What the folder of a party or a body is called. */
function folderOf(id) {
  return String(id).replace(/[^A-Za-z0-9-]+/g, '-');
}

/** Where a decision lies in a case. */
function pathOf({ id, party, body }) {
  return `decisions/${folderOf(party ?? body)}/${id}/decision.json`;
}

/** @returns what a decision says otherwise than the act that recorded it; null for nothing. */
export function decisionFault(decision, act, confirming) {
  if (!act) return 'ingen handling i loggen har registreret den';
  const { facts } = act;
  for (const name of SHARED)
    if (name in facts && canonical(facts[name]) !== canonical(decision[name] ?? null))
      return `loggen siger noget andet om »${name}«`;
  if (!isBy(decision, { at: decision.recordedAt, body: decision.recordedFor }, act))
    return 'loggen siger noget andet om, hvem der registrerede den hvornår';
  if (decision.isOwn !== (act.kind !== 'enterDecision')) return 'loggen siger noget andet om, hvis den er';
  if ('said' in facts && canonicalHash(decision.said ?? null) !== facts.said)
    return 'dens ord er ikke dem, der blev registreret';
  const { confirmation = null } = decision;
  if ((confirmation === null) !== (confirming === undefined))
    return 'loggen siger noget andet om, hvorvidt den er bekræftet';
  if (confirmation && !isBy(confirmation, confirmation, confirming))
    return 'loggen siger noget andet om, hvem der bekræftede den';
  return null;
}

/** Whether what was done was done by whom, for whom and when the act says. */
function isBy({ person, capacity }, { at, body }, act) {
  return act.person === person && act.capacity === capacity && act.at === at && act.body === body;
}

/** Why a file is not handed on. */
const HELD_BACK = new Set(['personalNumber', 'notReadThrough']);

/** Files of which the case says that they are not handed on, and why: that it is so only Enig itself can tell. */
function heldBackIn(files) {
  return [...files].filter(([path, bytes]) =>
    path.endsWith('/decision.json')
      ? /"minutesHeldBack": "/.test(bytes.toString('utf8'))
      : path.includes('/held-back/'),
  ).length;
}

/** Minutes that hold what is not everybody's are held back, and the case says so; their hash is in it all the same. */
function checkMinutes(files, from, { said, minutesHeldBack }, faults) {
  const hash = said?.minutes?.sha256;
  if (typeof hash !== 'string' || HELD_BACK.has(minutesHeldBack)) return;
  const folder = from.slice(0, -'decision.json'.length);
  const path = [...files.keys()].find((each) => each.startsWith(`${folder}minutes.`));
  if (path === undefined) faults.add(from, 'referatet er ikke i sagen');
  else if (sha256(files.get(path)) !== hash) faults.add(path, 'referatet er ikke det, der blev registreret');
}

/** What a party's case says of itself, no more and no less. */
const SENT_CASE = ['format', 'version', 'party', 'case', 'annexes', 'closedAnnexes'];

/**
 * The cases that parties have sent on are the bytes whose hash the log has, with every open annex they name. For who may
 * not read them there are none at all; where there is one, every one must be there.
 */
function checkCases(files, acts, versions, faults) {
  const all = [...files.keys()].filter((path) => path.startsWith('cases/'));
  const paths = all.filter((path) => path.endsWith('/case.json'));
  const sent = told(acts).filter(({ kind }) => kind === 'sendCase');
  const used = new Set();
  const named = new Set();
  for (const path of paths) {
    const found = read(files, path, faults);
    if (!found) continue;
    const hash = sha256(files.get(path));
    const isWhole = found.format === 'enig-case/1' && hasOnly(found, SENT_CASE) && isList(found.annexes);
    if (!isWhole) faults.add(path, NOT_AS_WRITTEN);
    const { manifest } = versions.get(found.version) ?? {};
    if (!manifest) faults.add(path, 'den er om en version, der ikke er i sagen');
    const folder = `cases/${folderOf(found.party)}/${manifest?.number}`;
    if (path !== `${folder}/case.json`) faults.add(path, 'den ligger et andet sted end den hører til');
    const act = sent.find(({ facts }) => facts.sha256 === hash);
    if (!act) faults.add(path, 'ingen handling i loggen har sendt netop denne sag videre');
    else if (act.facts.party !== found.party || act.facts.version !== found.version)
      faults.add(path, 'loggen siger noget andet om, hvis sag den er');
    used.add(act);
    for (const annex of isWhole ? found.annexes : []) named.add(checkCaseAnnex(files, path, { folder, annex }, faults));
  }
  for (const path of all)
    if (!paths.includes(`${path.split('/').slice(0, 3).join('/')}/case.json`)) faults.add(path, 'dens sag mangler');
    else if (/\/(annexes|held-back)\//.test(path) && !named.has(path)) faults.add(path, 'ingen sag har den');
  for (const act of paths.length > 0 ? sent : [])
    if (!used.has(act)) faults.add(`log.json, handling nr. ${act.number}`, 'sagen, der blev sendt videre, er ikke med');
  return paths.length;
}

/** An open annex lies in the case, or what says why it does not. @returns where it lies. */
function checkCaseAnnex(files, from, { folder, annex: { sha256: hash, name } }, faults) {
  const reason = `${folder}/held-back/${hash}.txt`;
  if (files.has(reason)) return reason;
  const path = [...files.keys()].find((each) => each.startsWith(`${folder}/annexes/${hash}.`));
  if (path === undefined) faults.add(from, `bilaget »${name}« er ikke med`);
  else if (sha256(files.get(path)) !== hash) faults.add(path, 'dens bytes passer ikke til dens fingeraftryk');
  return path;
}

const NOTICE = ['sentOn', 'recipient', 'journalNumber', 'at', 'person', 'body', 'capacity'];

/** That it was published and sent to the authority is what the log says, each time once. */
function checkNotices(files, acts, agreement, faults) {
  const path = 'notices.json';
  const concluded = told(acts).filter(({ kind }) => kind === 'conclude');
  const noted = told(acts).filter(({ kind }) => kind === 'noteSentToAuthority');
  if (concluded.length === 0 && noted.length === 0 && !files.has(path)) return;
  const found = read(files, path, faults);
  if (!found) return;
  const { format, publication, sent } = found;
  const isWhole =
    format === 'enig-notices/1' &&
    hasOnly(found, ['format', 'agreement', 'publication', 'sent']) &&
    hasOnly(publication ?? {}, ['version', 'path', 'at', 'person', 'body', 'capacity']) &&
    Array.isArray(sent) &&
    sent.every((each) => hasOnly(each ?? {}, NOTICE));
  if (!isWhole) {
    faults.add(path, NOT_AS_WRITTEN);
    return;
  }
  if (found.agreement !== agreement || publication.path !== `/aftale/${agreement}`)
    faults.add(path, 'den er om en anden aftale');
  const isConcluded = concluded.some(
    (act) => act.facts.version === publication.version && isBy(publication, publication, act),
  );
  if (!isConcluded) faults.add(path, 'loggen siger noget andet om, hvornår aftalen blev indgået og offentliggjort');
  const left = new Set(noted);
  for (const each of sent) {
    const act = [...left].find(({ facts, ...done }) => {
      const { sentOn, recipient, journalNumber } = each;
      return canonical(facts) === canonical({ sentOn, recipient, journalNumber }) && isBy(each, each, done);
    });
    if (!act) faults.add(path, `loggen siger noget andet om det, der blev sendt ${each.sentOn}`);
    left.delete(act);
  }
  for (const { number } of left) faults.add(`log.json, handling nr. ${number}`, 'dens indberetning er ikke i sagen');
}

/** Unanimity is worked out anew, from the log alone, for each time it says that all had approved. */
function checkConclusion(acts, versions, faults) {
  const spoken = told(acts);
  for (const [index, { kind, number, facts }] of spoken.entries()) {
    if (kind !== 'conclude') continue;
    const parties = (versions.get(facts.version)?.manifest.parties ?? []).map(({ id }) => id);
    const missing = missingApprovals(spoken.slice(0, index), facts.version, parties);
    if (parties.length === 0 || missing.length > 0)
      faults.add(`log.json, handling nr. ${number}`, `aftalen var ikke godkendt af alle: ${missing.join(', ')}`);
  }
}

function checkSums(files, faults) {
  const sums = files.get('SHA256SUMS');
  if (!sums) {
    faults.add('SHA256SUMS', 'den mangler');
    return;
  }
  const listed = new Map();
  let before = '';
  for (const line of sums.toString('utf8').split('\n').slice(0, -1)) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (path === undefined || path <= before)
      faults.add('SHA256SUMS', `linjen står ikke i orden: ${line.slice(0, 120)}`);
    else listed.set((before = path), hash);
  }
  if (!sums.toString('utf8').endsWith('\n')) faults.add('SHA256SUMS', 'den er klippet af');
  for (const [path, hash] of listed) {
    const bytes = files.get(path);
    if (!bytes) faults.add(path, 'den mangler');
    else if (sha256(bytes) !== hash) faults.add(path, 'dens bytes er ændret');
  }
  for (const path of files.keys()) if (path !== 'SHA256SUMS' && !listed.has(path)) faults.add(path, 'den er lagt til');
}

/** The receipts that lie in the case say where the log ended, too. */
function ownReceipts(files) {
  return [...files].flatMap(([path, bytes]) =>
    path.startsWith('receipts/') ? headsIn(bytes).map((head) => ({ name: path, ...head })) : [],
  );
}

function checkReceipts(receipts, acts, agreement, faults) {
  const byNumber = new Map(acts.map((act) => [act.number, act.hash]));
  for (const receipt of receipts) {
    const isOther = receipt.agreement !== null && receipt.agreement !== agreement;
    const last = acts.at(-1)?.number ?? 0;
    const isWithheld = acts.some((act) => act.number === receipt.number && act.withheld === true);
    let fault = receiptFault(receipt, last, (at) => byNumber.get(at));
    // Whoever noted the head by hand may have done so while something was done to the draft; no receipt is of that.
    if (isWithheld && receipt.agreement !== null) fault = 'kvitteringens handling er skjult';
    if (isOther) fault = 'kvitteringen er om en anden aftale';
    if (fault !== null)
      faults.add(`log.json, handling nr. ${Math.min(receipt.number, last)}`, `${fault} (${receipt.name})`);
  }
}

/** Opens a case: a zip file or a folder. @throws NotAsWritten */
export function openCase(path) {
  if (statSync(path).isDirectory())
    return new Map(filesIn(path).map(([name, bytes]) => [name.normalize('NFC'), bytes]));
  return unzip(readFileSync(path));
}

/** Writes what was found. @returns the exit code. */
export function report(what, faults, fine) {
  if (faults.length === 0) {
    process.stdout.write(`I ORDEN: ${what}\n${fine.map((line) => `  ${line}\n`).join('')}`);
    return 0;
  }
  const [first, ...more] = faults.map(({ where, what: fault }) => `${where}: ${fault}`);
  process.stdout.write(`IKKE I ORDEN: ${what}\nFørste fejl: ${first}\n`);
  for (const each of more.slice(0, MOST_FAULTS)) process.stdout.write(`  også: ${each}\n`);
  if (more.length > MOST_FAULTS) process.stdout.write(`  og ${more.length - MOST_FAULTS} til\n`);
  return 1;
}

/** How many, in words. */
export function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/** That the receipts that were given fit. */
export function fitting(receipts) {
  return `${counted(receipts.length, 'kvittering', 'kvitteringer')} passer`;
}

function main(args) {
  const receipts = [];
  const paths = [];
  for (let index = 0; index < args.length; index += 1)
    if (args[index] === '--receipt') receipts.push(...receiptsIn(args[(index += 1)] ?? ''));
    else paths.push(args[index]);
  const [path] = paths;
  if (path === undefined || paths.length > 1 || !existsSync(path)) {
    process.stderr.write('Brug: node verify-case.mjs <sag.zip eller mappen> [--receipt <kvittering>]…\n');
    return 2;
  }
  try {
    const { faults, counts, head } = checkCase(openCase(path), receipts);
    const { acts, withheld, hidden, heldBack, unnamed, versions, decisions, cases, files } = counts;
    return report(path, faults, [
      `${counted(acts, 'handling', 'handlinger')} i loggen, der ender ved ${head}`,
      ...(withheld > 0 ? [`${withheld} af dem er om udkastet og viser kun slags og tidspunkt`] : []),
      ...(hidden > 0
        ? [`${hidden} er skjult på den gamle måde; at de kun var om udkastet, kan kun en kvittering vise`]
        : []),
      ...(heldBack > 0
        ? [
            `${counted(heldBack, 'fil', 'filer')} er holdt tilbage, som sagen siger; om det er med rette, kan kun Enig vise`,
          ]
        : []),
      ...(unnamed > 0
        ? ['Loggen nævner ikke, hvilke råd der binder parterne; hver parts godkendelse er talt med']
        : []),
      [
        counted(versions, 'version', 'versioner'),
        counted(decisions, 'beslutning', 'beslutninger'),
        counted(cases, 'sagsfremstilling', 'sagsfremstillinger'),
        counted(files, 'fil', 'filer'),
      ].join(', '),
      receipts.length > 0
        ? fitting(receipts)
        : 'Uden en kvittering kan det ikke ses, om loggen er klippet af i enden eller skrevet om',
    ]);
  } catch (error) {
    if (error instanceof NotAsWritten) return report(path, [{ where: error.where, what: error.message }], []);
    throw error;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
