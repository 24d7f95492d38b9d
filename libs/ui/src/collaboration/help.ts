import { isMessageCode } from '@enig/messages';
import type { Translate } from '../messages';
import type { CollaborationSnapshot } from './snapshot';

/** What of an open text decides what is said of it. */
export type Standing = Pick<CollaborationSnapshot, 'state' | 'isKept' | 'isSetAside'>;

/** What must be said at length beside the line: what becomes of the words, or why it cannot be written in. */
export function helpOf({ state, isKept, isSetAside }: Standing, m: Translate): string | null {
  switch (state.kind) {
    case 'unsaved':
      if (isSetAside) return m('ui.fate.setAside');
      return m(isKept ? 'ui.save.keptHelp' : 'ui.save.unsavedHelp');
    case 'offline':
      return m('ui.save.offlineHelp');
    case 'readOnly':
      return readOnlyReason(state.reason, m);
    default:
      return null;
  }
}

/** Why a text can only be read, in words. @param reason the server's code. */
export function readOnlyReason(reason: string, m: Translate): string {
  const code = `ui.readOnly.${reason}`;
  return isReasonCode(code) ? m(code) : m('ui.readOnly.other');
}

type ReasonCode = 'ui.readOnly.deciding' | 'ui.readOnly.noRight' | 'ui.readOnly.other';

/** All sentences of this group are without places. */
function isReasonCode(code: string): code is ReasonCode {
  return isMessageCode(code);
}
