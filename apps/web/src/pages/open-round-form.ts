import { addDays, daysBetween, LONGEST as LONGEST_OF_ALL, type LocalDate } from '@enig/kernel';
import { tooLong, type SummaryError, type Translate } from '@enig/ui';
import type { MayHearFieldsFragment, OpenRoundInput, HearableQuery } from '../generated/graphql';
import { wrongWith, type WrittenDay } from '../written-day';

/** The agreement as the page for opening a round knows it. */
export type Hearable = NonNullable<HearableQuery['agreement']>;

/** A file that has been sent in for a document. */
export interface SentFile {
  readonly name: string;
  readonly sha256: string;
}

/** A file on its way to the server. */
export interface SendingFile {
  readonly id: string;
  readonly name: string;
}

/** What somebody has filled in to open a round. */
export interface RoundForm {
  /** The party's id; empty: the secretariat. */
  readonly owner: string;
  readonly what: 'freeze' | 'version' | 'document' | null;
  readonly version: string;
  readonly howMuch: 'whole' | 'some';
  readonly areas: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly easyRead: string;
  readonly files: readonly SentFile[];
  /** Chosen and not there yet: a round is not opened without them. */
  readonly sending: readonly SendingFile[];
  readonly invited: readonly string[];
  readonly due: WrittenDay;
  readonly shortReason: string;
}

/** How many characters the title of a document has room for, and its short text and easy-read text each. */
export const LONGEST = { title: LONGEST_OF_ALL.line, text: 20_000 } as const;

/** Changes some of the form; by the newest of it where what is changed has taken its time. */
export type ChangeForm = (to: Partial<RoundForm> | ((newest: RoundForm) => Partial<RoundForm>)) => void;

/** A focus area one can choose, and whether it can be heard. */
export interface HearableArea {
  readonly id: string;
  readonly name: string;
  readonly hasEasyRead: boolean;
}

/** The form as it is found: by the first the person may hear for, everybody asked, the usual time. */
export function startOf(agreement: Hearable, today: LocalDate): RoundForm {
  const [first] = agreement.mayHear;
  const newest = agreement.versions.at(-1)?.hash ?? '';
  return {
    ...{ owner: '', what: null, version: newest, howMuch: 'whole', areas: [], invited: [] },
    ...{ title: '', text: '', easyRead: '', files: [], sending: [], shortReason: '' },
    ...(first ? ownedBy(agreement, first) : {}),
    due: { day: addDays(today, first?.minimumDays ?? 0) },
  };
}

/** What follows from who hears: whom they may ask (all of them, to begin with) and what they may hear. */
export function ownedBy(
  agreement: Hearable,
  { owner, bodies, mayFreeze, mayHearVersion }: MayHearFieldsFragment,
): Pick<RoundForm, 'owner' | 'what' | 'invited'> {
  const isVersion = mayHearVersion && agreement.versions.length > 0;
  const what = mayFreeze ? 'freeze' : isVersion ? 'version' : 'document';
  // Of bodies that are asked by habit; others are chosen.
  const councils = bodies.filter(({ kind }) => kind === 'disabilityCouncil');
  return { owner: owner?.id ?? '', what, invited: councils.map(({ id }) => id) };
}

/** For whom the form is filled in; nothing where the person may hear for nobody. */
export function hearerOf(agreement: Hearable, form: RoundForm): MayHearFieldsFragment | undefined {
  return agreement.mayHear.find(({ owner }) => (owner?.id ?? '') === form.owner);
}

/** The focus areas of what is to be heard, in the order they are read. */
export function areasOf(agreement: Hearable, { what, version }: RoundForm): readonly HearableArea[] {
  if (what === 'document' || what === null) return [];
  if (what === 'version') {
    const sections = agreement.versions.find(({ hash }) => hash === version)?.sections ?? [];
    return sections
      .filter(({ kind }) => kind === 'focusArea')
      .map(({ section, number, title, easyRead }) => ({
        ...{ id: section, name: nameOf(number, title), hasEasyRead: easyRead !== null },
      }));
  }
  const sections = agreement.parts.flatMap((part) => part.sections);
  return sections
    .filter(({ kind }) => kind === 'focusArea')
    .map(({ id, number, title, easyRead }) => ({ id, name: nameOf(number, title), hasEasyRead: easyRead !== null }));
}

/** The focus areas that are to be heard. */
export function chosenAreas(agreement: Hearable, form: RoundForm): readonly HearableArea[] {
  const areas = areasOf(agreement, form);
  return form.howMuch === 'whole' ? areas : areas.filter(({ id }) => form.areas.includes(id));
}

function nameOf(number: number | null | undefined, title: string): string {
  return number === null || number === undefined ? title : `${number} ${title}`;
}

/** Days from today to the last day; null while no day can be read. */
export function daysGiven({ due }: RoundForm, today: LocalDate): number | null {
  return due.day ? daysBetween(today, due.day) : null;
}

/** Whether those asked get fewer days than the minimum, and still some. */
export function isShort(form: RoundForm, minimumDays: number, today: LocalDate): boolean {
  const days = daysGiven(form, today);
  return days !== null && days > 0 && days < minimumDays;
}

/** Those of the chosen focus areas that lack the easy-read version they cannot be heard without (HE-24). */
export function withoutEasyRead(agreement: Hearable, form: RoundForm): readonly HearableArea[] {
  return chosenAreas(agreement, form).filter(({ hasEasyRead }) => !hasEasyRead);
}

/** Where a hearing of fewer focus areas is chosen: among them, or that there are to be fewer. */
function fieldOfAreas({ howMuch }: RoundForm): 'howMuch' | 'areas' {
  return howMuch === 'some' ? 'areas' : 'howMuch';
}

/** What is not filled in yet, or cannot be heard as it is, field by field, in the order of the page. */
export function wrongIn(
  agreement: Hearable,
  form: RoundForm,
  minimumDays: number,
  today: LocalDate,
  m: Translate,
): SummaryError[] {
  const { invited, due, shortReason } = form;
  const messages = {
    ...(form.what === 'document' ? wrongInDocument(form, m) : wrongInText(agreement, form, m)),
    invited: invited.length === 0 ? m('page.openRound.whomMissing') : undefined,
    due: wrongWith(due, m('page.openRound.dueMissing')),
    shortReason:
      isShort(form, minimumDays, today) && shortReason.trim() === '' ? m('page.openRound.shortMissing') : undefined,
  };
  return Object.entries(messages).flatMap(([field, message]) => (message ? [{ field, message }] : []));
}

type Wrong = Readonly<Record<string, string | undefined>>;

function wrongInText(agreement: Hearable, form: RoundForm, m: Translate): Wrong {
  const { what, version, howMuch, areas } = form;
  const isNoneChosen = howMuch === 'some' && areas.length === 0;
  const { length: hard } = withoutEasyRead(agreement, form);
  return {
    what: what === null ? m('page.openRound.whatMissing') : undefined,
    version: what === 'version' && version === '' ? m('page.openRound.versionMissing') : undefined,
    ...(hard > 0 ? { [fieldOfAreas(form)]: m('page.openRound.easyReadMissing', { count: hard }) } : {}),
    ...(what !== null && isNoneChosen ? { areas: m('page.openRound.areasMissing') } : {}),
  };
}

function wrongInDocument({ title, text, easyRead, files, sending }: RoundForm, m: Translate): Wrong {
  const [underWay] = sending;
  const isEmpty = text.trim() === '' && files.length + sending.length === 0;
  return {
    title: title.trim() === '' ? m('page.openRound.titleMissing') : tooLong(title, LONGEST.title, m),
    text: isEmpty ? m('page.openRound.textMissing') : tooLong(text, LONGEST.text, m),
    easyRead: easyRead.trim() === '' ? m('page.openRound.easyMissing') : tooLong(easyRead, LONGEST.text, m),
    file: underWay ? m('page.openRound.fileUnderWay', { name: underWay.name }) : undefined,
  };
}

/** The field in which what a rule refuses is mended; any other refusal is about the whole. */
export function fieldOf(code: string, form: RoundForm): string | undefined {
  return code === 'HE-24-WITHOUT-EASY-READ' ? fieldOfAreas(form) : FIELD_OF[code];
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'HE-1-NO-ONE-INVITED': 'invited',
  'HE-2-DUE-NOT-IN-THE-FUTURE': 'due',
  'HE-3-SHORT-NOTICE-NEEDS-REASON': 'shortReason',
  'HE-3-REASON-HOLDS-NUMBER': 'shortReason',
  'HE-22-NOT-THE-OWNERS-BODY': 'invited',
  'HE-23-NOTHING-CHOSEN': 'areas',
  'HE-24-DOCUMENT-WITHOUT-EASY-READ': 'easyRead',
  'HE-25-DOCUMENT-WITHOUT-TITLE': 'title',
  'HE-25-DOCUMENT-EMPTY': 'text',
};

/** What is sent to the server. */
export function inputOf(agreement: string, form: RoundForm): OpenRoundInput {
  const { owner, what, version, howMuch, areas, title, text, easyRead, files, invited, due, shortReason } = form;
  return {
    agreement,
    owner: owner || null,
    version: what === 'version' ? version : null,
    sections: what !== 'document' && howMuch === 'some' ? [...areas] : null,
    document: what === 'document' ? { title, text, easyRead, files: files.map((file) => ({ ...file })) } : null,
    invited: [...invited],
    dueDate: due.day ?? '',
    shortReason: shortReason || null,
  };
}
