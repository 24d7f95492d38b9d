import { Button, HearingResponseEditor, Page, PageHeader, SaveState } from '../src';
import { emptyJson, writeInto } from '@enig/text';
import { useState } from 'react';
import * as Y from 'yjs';

const sections = [
  { id: 'section-1', title: '1 Samarbejde med borgere og pårørende' },
  { id: 'section-2', title: '2 Vilkår for mellemkommunalt samarbejde' },
];

function draft(): Y.Doc {
  const doc = new Y.Doc();
  writeInto(doc, emptyJson('hearing-response', ['section-1', 'section-2']));
  return doc;
}

const SINCE = Date.UTC(2026, 3, 21, 8, 42);

/** A council's answer being drafted. */
export function ResponsePage() {
  const [doc] = useState(draft);
  return (
    <Page
      header={
        <PageHeader
          title="Jeres svar"
          state="Greve Handicapråd · du er medlem · formanden sender svaret · frist fredag den 10. april kl. 24 · 18 dage"
          aside={<SaveState snapshot={{ state: { kind: 'unsaved', since: SINCE }, isKept: true, isSetAside: false }} />}
          action={<Button look="primary">Se svaret igennem</Button>}
        />
      }
    >
      <HearingResponseEditor doc={doc} sections={sections} readOnly={false} />
    </Page>
  );
}
