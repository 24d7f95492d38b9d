import { enclosingReceipts } from '../hearing/enclosing-receipts';
import { reminding } from '../overview/reminding';
import { lookingAgain } from '../screening/looking-again';
import { makingPapers } from '../treatment/making-papers';
import type { Works } from './work';

/** What workers do, one line for each part of the product that has work for them. */
export const WORKS: readonly Works[] = [reminding, enclosingReceipts, makingPapers, lookingAgain];
