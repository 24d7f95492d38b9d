import { pendingOf } from '@enig/data';
import type { BodyId } from '@enig/kernel';
import { bodyIn, type Shown } from './presentation';
import type { HearingRoundModel } from './models';
import type { HeardDocumentModel, TimeRequestModel } from './round-models';
import { hearingGoesOn, responseSubject, roundSubject } from './subjects';

/** Who hears, and what. */
export function presentHeard(
  shown: Shown,
): Pick<HearingRoundModel, 'owner' | 'ownerName' | 'sections' | 'isWhole' | 'document'> {
  const { place, owner, ownerName, sections, isWhole } = shown;
  return { owner, ownerName, sections, isWhole, document: presentDocument(shown, place.view.row.id) };
}

function presentDocument({ document, place }: Shown, round: string): HeardDocumentModel | null {
  const { subject } = place.view.round;
  if (!document || subject.kind !== 'document') return null;
  const { title, text, easyRead } = document;
  const files = document.files.map((file) => ({ ...file, url: `/files/heard/${round}/${file.sha256}` }));
  return { sha256: subject.document, title, text, easyRead, files };
}

/** The requests for more time: all for whoever hears, else those of one's own body. */
export function presentRequests({ viewer, place, bodies, nameOf }: Shown): TimeRequestModel[] {
  const { requests, responses } = place.view;
  const all = viewer.can('extend', roundSubject(place));
  const own = new Set(responses.filter((each) => viewer.can('read', responseSubject(each))).map(({ row }) => row.body));
  const shown = requests.filter(({ row }) => all || own.has(row.body));
  return shown.map(({ row: { id, body, wanted, reason, at, person }, answer }) => ({
    ...{ id, body: bodyIn(bodies, body), wanted, reason, at, by: nameOf(person) },
    answer: answer && { dueDate: answer.dueDate, reason: answer.reason, at: answer.at, by: nameOf(answer.person) },
  }));
}

/** Whether more time can be asked for on a body's behalf: responses are collected, and no request of its waits. */
export function mayAskMoreTime(shown: Shown, body: BodyId): boolean {
  const { place } = shown;
  const { round, requests } = place.view;
  const waits = pendingOf(requests).some((request) => request.body === body);
  return round.state === 'collecting' && hearingGoesOn(place) && !waits;
}
