import { needsReason } from '@enig/approval';
import { findPersonalNumbers } from '@enig/hearing';
import { PersonalNumberWarning, useMessages, type Translate } from '@enig/ui';
import type { DecisionForm } from './decision-form';

/** Warns while a decision is written that a personal number seems to stand in it (AP-34). */
export function DecisionNumbers({ form }: { readonly form: DecisionForm }) {
  const m = useMessages();
  const { outcome, wording, item, minority, reason } = form.written;
  const fields = [
    { name: m('page.recordDecision.item'), id: 'item', text: item },
    ...(needsReason(outcome) ? [{ name: m(`page.recordDecision.reason.${outcome}`), id: 'reason', text: reason }] : []),
    { name: m('page.recordDecision.wording'), id: 'wording', text: wording },
    { name: m('page.recordDecision.minority'), id: 'minority', text: minority },
  ];
  return <PersonalNumberWarning fields={fields} help={m('screening.warning.decision')} />;
}

/** What is wrong with the address of minutes, which all can read; undefined where it seems to hold no personal number. */
export function wrongWithAddress(address: string, m: Translate): string | undefined {
  return findPersonalNumbers(address).length > 0 ? m('minutes.linkHasNumber') : undefined;
}

/** What is wrong with words that would be recorded; undefined where they seem to hold no personal number. */
export function wrongWithNumber(words: string, m: Translate): string | undefined {
  return findPersonalNumbers(words).length > 0 ? m('AP-34-HOLDS-NUMBER') : undefined;
}
