import { casePieces } from './case-pieces';
import { decisionPieces, decisionReceiptPieces } from './decision-pieces';
import { hearingPieces } from './hearing-pieces';
import { noticePieces } from './notice-pieces';
import type { BundlePart } from './pieces';
import { versionPieces } from './version-pieces';

/** What a case is made of besides its log, one line for each part of the product that has something in it. */
export const BUNDLE_PARTS: readonly BundlePart[] = [
  ...[versionPieces, hearingPieces, casePieces, decisionPieces],
  ...[noticePieces, decisionReceiptPieces],
];
