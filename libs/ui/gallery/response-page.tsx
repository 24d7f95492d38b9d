import { Button, EntryEditor, HeardWithComments, FocusAreaView, Page, PageHeader, SaveState } from '../src';
import { brandId, type Sha256 } from '@enig/kernel';
import { emptyJson, writeInto } from '@enig/text';
import { useState } from 'react';
import * as Y from 'yjs';
import { focusArea } from './sample';

const sections = [
  { id: 'section-1', title: '1 Samarbejde med borgere og pårørende' },
  { id: 'section-2', title: '2 Vilkår for mellemkommunalt samarbejde' },
];
const heard = { json: focusArea, version: brandId<Sha256>('ab'.repeat(32)) };

function draft(): Y.Doc {
  const doc = new Y.Doc();
  writeInto(doc, emptyJson('hearing-response', ['section-1', 'section-2']));
  return doc;
}

const SINCE = Date.UTC(2026, 3, 21, 8, 42);

/** Parts of a council's answer being drafted. */
export function ResponsePage() {
  const [doc] = useState(draft);
  return (
    <Page
      header={
        <PageHeader
          title="Jeres svar"
          state="Greve Handicapråd · du er medlem · formanden sender svaret · frist fredag den 10. april kl. 24 · 18 dage"
          aside={
            <SaveState
              snapshot={{ state: { kind: 'unsaved', since: SINCE }, isKept: true, isSetAside: false, hasUnsaved: true }}
            />
          }
          action={<Button look="primary">Se svaret igennem</Button>}
        />
      }
    >
      <h2>Teksten</h2>
      <HeardWithComments doc={doc} section="section-1" heard={heard} isFull>
        <FocusAreaView focusArea={focusArea} headingLevel={3} />
      </HeardWithComments>
      {[...sections, { id: 'general', title: 'Bemærkninger i øvrigt' }].map((entry) => (
        <section key={entry.id}>
          <h2>{entry.title}</h2>
          <EntryEditor
            doc={doc}
            entry={entry}
            readOnly={false}
            notedBy={entry.id === 'general' ? { name: 'Åse Friis', capacity: 'disabilityCouncilSecretary' } : null}
          />
        </section>
      ))}
    </Page>
  );
}
