import {
  AgreementReads,
  FileStore,
  HearingReads,
  LogReads,
  PeopleStore,
  PlaceStore,
  ScreeningStore,
  TextContents,
  TextHistory,
  TreatmentReads,
  type RoundView,
} from '@enig/data';
import { memoDocument } from '@enig/documents';
import { brandId, isSha256, localDateAt, type Sha256 } from '@enig/kernel';
import type { Ground } from '../core/core.module';
import { Receipts } from '../hearing/receipts';
import { publicPath } from '../screening/presentation';
import { PublishedPages } from '../screening/published-pages';
import { Papers } from '../treatment/papers';
import { asOf, endingOf, textBytes, type BundleAt, type BundlePiece } from './pieces';

/**
 * What everybody may read of each hearing that is closed: the memo, what is published, and the receipts as they were
 * mailed. Of one that is not closed there is nothing yet, and no draft is read at all (LO-7).
 */
export async function* hearingPieces(at: BundleAt): AsyncIterable<BundlePiece> {
  const { ground, record, signal } = at;
  const reads = new HearingReads(ground.source);
  const rounds = await reads.roundsOf(record.view.row.id);
  for (const round of rounds.filter((each) => each.round.state === 'closed')) {
    signal.throwIfAborted();
    const title = await reads.whatIsHeard(round.row);
    const under = at.say('bundle.group.hearing', { number: round.row.number, title });
    yield await memoPiece(at, round, under);
    yield* publishedPieces(at, round, under);
    yield* receiptPieces(at, round, reads);
  }
}

function folderOfRound({ row }: RoundView): string {
  return `hearing/${row.number}`;
}

async function memoPiece(at: BundleAt, round: RoundView, under: string): Promise<BundlePiece> {
  const { ground, say, locale } = at;
  const { publicUrl } = ground.installation;
  const data = await papersOn(ground).memo(round, { say, withDraft: false, madeAt: asOf(at), publicUrl });
  const bytes = await ground.documents.make('pdf', memoDocument(data, locale));
  return { path: `${folderOfRound(round)}/memo.pdf`, bytes, name: say('bundle.file.memo'), under };
}

function papersOn({ source, threads }: Ground): Papers {
  const texts = new TreatmentReads(source, new TextContents(source), new TextHistory(source, threads.attribute));
  const stores = [new HearingReads(source), new AgreementReads(source), new PlaceStore(source)] as const;
  return new Papers(...stores, texts, readOnly(source), threads);
}

/** It is only read here: nobody is told of anything. */
function readOnly(source: Ground['source']): ScreeningStore {
  return new ScreeningStore({ source, announce: () => Promise.resolve() });
}

async function* publishedPieces(at: BundleAt, round: RoundView, under: string): AsyncIterable<BundlePiece> {
  const { source, installation } = at.ground;
  const pages = new PublishedPages(new HearingReads(source), readOnly(source), new PlaceStore(source), installation);
  const page = await pages.of(round.row.id);
  if (!page) return;
  const folder = folderOfRound(round);
  const here = new URL(`${publicPath(round.row.id)}/`, installation.publicUrl).href;
  const named = (hash: string): string =>
    `files/${hash}${endingOf(isSha256(hash) ? (page.files.get(hash) ?? '') : '')}`;
  // The page as it is published leads to the house; here it leads to the files beside it.
  const html = page.html.replaceAll(
    new RegExp(`${here.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}([0-9a-f]{64})`, 'gu'),
    (_, hash: string) => named(hash),
  );
  yield { path: `${folder}/published.html`, bytes: textBytes(html), name: at.say('bundle.file.published'), under };
  for (const [hash, name] of page.files) {
    const file = await new FileStore(source).read(brandId<Sha256>(hash));
    if (!file) throw new Error(`The published file ${hash} is not kept`);
    yield { path: `${folder}/${named(hash)}`, bytes: file.bytes, name: at.say('bundle.file.sent', { name }), under };
  }
}

async function* receiptPieces(at: BundleAt, round: RoundView, reads: HearingReads): AsyncIterable<BundlePiece> {
  const { ground, say, locale, signal } = at;
  const { source, installation } = ground;
  const places = new PlaceStore(source);
  const receipts = new Receipts(reads, places, new PeopleStore(source), new LogReads(source));
  const councils = await places.bodies(round.responses.map(({ row }) => row.body));
  const standing = round.responses.flatMap(({ row, standing: sent }) => (sent ? [{ body: row.body, sent }] : []));
  for (const { body, sent } of standing) {
    signal.throwIfAborted();
    const content: unknown = JSON.parse(Buffer.from(await reads.content(sent.row.id)).toString('utf8'));
    const when = { say, locale, today: localDateAt(asOf(at)), publicUrl: installation.publicUrl, isMailed: true };
    const bytes = await ground.documents.make('pdf', await receipts.of(round, sent.row.id, content, when));
    const { reference } = sent.row;
    const name = say('bundle.file.receipt', { council: councils.get(body)?.name ?? '', reference });
    yield { path: `receipts/${reference}.pdf`, bytes, name, under: say('bundle.group.receipts') };
  }
}
