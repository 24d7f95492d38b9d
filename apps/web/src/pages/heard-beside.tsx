import { isSha256, type Sha256 } from '@enig/kernel';
import { emptyJson, GENERAL_ENTRY, richFromPlain, type TextJson } from '@enig/text';
import { fileSize, HeardWithComments, RadioGroup, useLocale, useMessages } from '@enig/ui';
import { useState, type ReactNode } from 'react';
import type { Doc } from 'yjs';
import { textOf, TextView } from '../text-view';
import type { Round } from './hearing';
import type { AnswerPart } from './response-ways';

/** A text that is heard, as it stands beside the answer to it. */
interface Heard {
  /** The focus area it is of; the empty string for a document, which is answered in general. */
  readonly section: string;
  readonly version: Sha256;
  /** The full text; null where there is none, as of a document that is only files. */
  readonly full: TextJson | null;
  readonly easyRead: TextJson | null;
  /** Where it can be read on a page of its own. */
  readonly href: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly url: string }[];
}

/** What is heard of a part, to be read and commented on; nothing for the part about everything in an agreement. */
export function heardIn(round: Round, part: string): Heard | null {
  if (part === GENERAL_ENTRY) return round.document && heardDocument(round.id, round.document);
  const heard = round.version?.sections.find(({ section }) => section === part);
  if (!heard || !isSha256(heard.sha256)) return null;
  const href = `/laes/${round.id}/${part}`;
  const [full, easyRead] = [textOf(heard.content), textOf(heard.easyRead)];
  return { section: part, version: heard.sha256, full, easyRead, href, files: [] };
}

/** The same document is the same text, so that a comment's anchor holds. */
function heardDocument(round: string, document: NonNullable<Round['document']>): Heard | null {
  const { sha256, text, easyRead, files } = document;
  if (!isSha256(sha256)) return null;
  const full = text.trim() === '' ? null : { ...emptyJson('chapter'), body: richFromPlain(text) };
  const easy = easyRead.trim() === '' ? null : { ...emptyJson('easy-read'), body: richFromPlain(easyRead) };
  return { section: '', version: sha256, full, easyRead: easy, href: `/laes/${round}`, files };
}

/** What is heard of a part beside its answer: in full or easy-read, with comments on its sentences. */
export function HeardBeside(props: {
  readonly heard: Heard;
  readonly part: AnswerPart;
  readonly doc: Doc;
  readonly mayWrite: boolean;
  /** Where the answer stands on the page. */
  readonly answer: string;
}) {
  const m = useMessages();
  const { heard, part, doc, mayWrite } = props;
  const { full, easyRead, section, version } = heard;
  const [wanted, choose] = useReading();
  const isFull = full !== null && (wanted === 'full' || easyRead === null);
  const read = <TextView content={isFull ? full : easyRead} />;
  return (
    <section aria-labelledby="heard">
      <h2 id="heard">{m('answer.entry.heard')}</h2>
      <p>
        <a href={heard.href} target="_blank" rel="noopener">
          {m('answer.entry.alone')}
          <span className="e-hidden"> {m('answer.list.beside', { part: part.title })}</span>
        </a>
      </p>
      <p className="e-jump">
        <a href={`#${props.answer}`}>{m('answer.entry.jump')}</a>
      </p>
      {full && easyRead && <Choice value={isFull ? 'full' : 'easyRead'} choose={choose} />}
      {mayWrite && full ? (
        <HeardWithComments doc={doc} section={section} heard={{ json: full, version }} isFull={isFull}>
          {read}
        </HeardWithComments>
      ) : (
        read
      )}
      <HeardFiles files={heard.files} />
    </section>
  );
}

type Reading = 'full' | 'easyRead';

function Choice({ value, choose }: { readonly value: Reading; readonly choose: (value: Reading) => void }) {
  const m = useMessages();
  return (
    <RadioGroup<Reading>
      label={m('answer.entry.shows')}
      value={value}
      options={(['full', 'easyRead'] as const).map((each) => ({ value: each, label: m(`answer.entry.${each}`) }))}
      onChange={choose}
    />
  );
}

function HeardFiles({ files }: Pick<Heard, 'files'>): ReactNode {
  const m = useMessages();
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <>
      <h3>{m('answer.entry.heardFiles')}</h3>
      <ul className="e-files">
        {files.map(({ name, size, url }) => (
          <li key={url}>
            <a href={url} download={name}>
              {name}
            </a>{' '}
            <span className="e-note">({fileSize(size, locale)})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const STORED_AS = 'enig.readsWhenAnswering';

/** Which of the two one reads: the same from part to part, for as long as the browser's window is open. */
function useReading(): readonly [Reading, (value: Reading) => void] {
  const [value, setValue] = useState<Reading>(stored);
  const choose = (chosen: Reading) => {
    setValue(chosen);
    try {
      sessionStorage.setItem(STORED_AS, chosen);
    } catch {
      return; // a browser that keeps nothing: it then holds for this part
    }
  };
  return [value, choose];
}

function stored(): Reading {
  try {
    return sessionStorage.getItem(STORED_AS) === 'easyRead' ? 'easyRead' : 'full';
  } catch {
    return 'full';
  }
}
