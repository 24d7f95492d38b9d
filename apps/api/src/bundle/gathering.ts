import type { CaseRecord } from '@enig/data';
import { bundleIndex, zipOf, type IndexedGroup, type ZipEntry } from '@enig/documents';
import { localDateAt, sha256 } from '@enig/kernel';
import { formatDate } from '@enig/messages';
import { publishedPath } from '../published-agreement/published-document';
import { exportedCase, exportedLog, KLE, verifierBytes } from './case-files';
import { asOf, jsonBytes, textBytes, type BundleAt, type BundlePiece } from './pieces';
import { BUNDLE_PARTS } from './parts';

/**
 * A whole case as one zip file (LO-6). @param gathered is told each time a file is there, with how many there are.
 *
 * @throws what the making of a file did, or why it was given up
 */
export async function gatherCase(at: BundleAt, gathered: (count: number) => void): Promise<Uint8Array> {
  const pieces: BundlePiece[] = [];
  for (const part of BUNDLE_PARTS)
    for await (const piece of part(at)) {
      pieces.push(piece);
      gathered(pieces.length);
    }
  return zipOf(everyFile(at, pieces), asOf(at));
}

/** The files that are about the others come last: what is summed up must be there. */
async function* everyFile(at: BundleAt, pieces: readonly BundlePiece[]): AsyncIterable<ZipEntry> {
  const about = aboutTheCase(at, pieces);
  const all: ZipEntry[] = [...pieces, ...about];
  yield* all;
  const sums = all.map(({ path, bytes }) => ({ path, line: `${sha256(bytes)}  ${path}\n` }));
  sums.sort((one, other) => (one.path < other.path ? -1 : 1));
  yield { path: 'SHA256SUMS', bytes: textBytes(sums.map(({ line }) => line).join('')) };
}

function aboutTheCase(at: BundleAt, pieces: readonly BundlePiece[]): ZipEntry[] {
  const { record, say } = at;
  const { title } = record.view.row;
  const number = record.acts.at(-1)?.number ?? 0;
  const documents = pieces.flatMap(({ path, name }) => (name === null ? [] : [{ path, title: name }]));
  return [
    { path: 'index.html', bytes: textBytes(frontPage(at, pieces)) },
    { path: 'case.json', bytes: jsonBytes(exportedCase(record, documents)) },
    { path: 'log.json', bytes: jsonBytes(exportedLog(record)) },
    { path: 'verify-case.mjs', bytes: verifierBytes() },
    { path: 'LAES-MIG.txt', bytes: textBytes(`${say('bundle.readMe', { title, number })}\n`) },
  ];
}

function frontPage(at: BundleAt, pieces: readonly BundlePiece[]): string {
  const { record, say, locale } = at;
  const { title } = record.view.row;
  const number = record.acts.at(-1)?.number ?? 0;
  const own = [
    { name: say('bundle.file.case'), path: 'case.json' },
    { name: say('bundle.file.log'), path: 'log.json' },
    { name: say('bundle.file.sums'), path: 'SHA256SUMS' },
    { name: say('bundle.file.verifier'), path: 'verify-case.mjs' },
  ];
  const page = {
    ...{ title: say('bundle.title', { title }), subtitle: say('bundle.subtitle', { number }) },
    ...{ facts: [...factsOf(record, say, locale), ...afterwards(at)], foot: say('bundle.foot', { title, number }) },
    groups: [...groupsOf(pieces, say), { heading: say('bundle.group.proof'), about: '', files: own }],
  };
  return bundleIndex(page, locale);
}

function groupsOf(pieces: readonly BundlePiece[], say: BundleAt['say']): IndexedGroup[] {
  const headings = [...new Set(pieces.map(({ under }) => under))];
  return headings.map((heading) => ({
    heading,
    about: heading === say('bundle.group.decisions') ? say('bundle.group.decisionsAbout') : '',
    files: pieces.flatMap(({ under, name, path }) => (under === heading && name !== null ? [{ name, path }] : [])),
  }));
}

function factsOf({ view, acts }: CaseRecord, say: BundleAt['say'], locale: BundleAt['locale']) {
  const { row, parties, state, concludedOn } = view;
  const [from, to] = [formatDate(row.periodFrom, locale), formatDate(row.periodTo, locale)];
  const last = acts.at(-1);
  return [
    { name: say('bundle.period'), text: say('bundle.fromTo', { from, to }) },
    { name: say('bundle.parties'), text: parties.map(({ name }) => name).join(', ') },
    { name: say('bundle.state'), text: say(`state.${state}`) },
    { name: say('bundle.deadline'), text: formatDate(row.deadline, locale) },
    ...(concludedOn === null ? [] : [{ name: say('bundle.concluded'), text: formatDate(concludedOn, locale) }]),
    { name: say('bundle.kle'), text: KLE.join(', ') },
    ...(last
      ? [{ name: say('bundle.head'), text: say('bundle.headAt', { number: last.number, hash: last.hash }) }]
      : []),
  ];
}

/** What came after it was concluded. */
function afterwards({ ground, record, say, locale }: BundleAt): readonly { name: string; text: string }[] {
  const { publication, notices, view } = record;
  if (!publication) return [];
  const address = `${ground.installation.publicUrl}${publishedPath(view.row.id)}`;
  const day = formatDate(localDateAt(publication.at), locale);
  const sent = notices.map(({ recipient: to, sentOn, journalNumber: number }) => {
    const said = { to, day: formatDate(sentOn, locale), number };
    return say(number === '' ? 'bundle.sentToWhom' : 'bundle.sentToWhomAs', said);
  });
  return [
    { name: say('bundle.published'), text: say('bundle.publishedAt', { day, address }) },
    ...sent.map((text) => ({ name: say('bundle.sentTo'), text })),
  ];
}
