import { Alert, BackLink, FocusAreaEditor, Page, PageHeader, PresenceList, SaveState, StateMark } from '../src';
import { useEffect, useState } from 'react';
import { crossReferences, parties, sampleDocument } from './sample';

const SAVED_AT = Date.UTC(2026, 3, 21, 8, 42);

/** A focus area being written, without a server: the number of changes stands in the page for tests to read. */
export function FocusAreaPage() {
  const [{ doc, awareness }] = useState(sampleDocument);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const count = () => setChanges((before) => before + 1);
    doc.on('update', count);
    return () => doc.off('update', count);
  }, [doc]);
  return (
    <Page
      header={
        <PageHeader
          title="2 Vilkår for mellemkommunalt samarbejde"
          way={<BackLink href="?page=parts" where="Aftalen" />}
          state="Udkast · du skriver som Region Sjælland · til 3. maj kl. 24 · 12 dage"
          aside={
            <SaveState
              snapshot={{ state: { kind: 'saved', at: SAVED_AT }, isKept: true, isSetAside: false, hasUnsaved: false }}
            />
          }
        />
      }
      contentsLabel="Indhold"
      contents={
        <ol>
          <li>
            <a href="?page=focus">
              <StateMark state="done">1 Samarbejde</StateMark>
            </a>
          </li>
          <li>
            <a href="?page=focus" aria-current="page">
              <StateMark state="inProgress">2 Vilkår</StateMark>
            </a>
          </li>
          <li>
            <a href="?page=focus">
              <StateMark state="missing">3 Psykiske vanskeligheder</StateMark>
            </a>
          </li>
        </ol>
      }
      railLabel="Om teksten"
      rail={
        <>
          <PresenceList me="Mette Lund" others={[{ client: 2, name: 'Bo Medforfatter', colour: '#8a3b12' }]} />
          <section>
            <h2>Letlæst udgave</h2>
            <p>
              Findes ikke endnu. <a href="?page=read">Opret</a>
            </p>
          </section>
        </>
      }
    >
      <FocusAreaEditor
        doc={doc}
        awareness={awareness}
        readOnly={false}
        parties={parties}
        crossReferences={crossReferences}
        renderWarnings={({ id }) =>
          id === 'goal-2' ? <Alert tone="warning">Det er ikke sagt, hvornår målet er nået.</Alert> : null
        }
      />
      <output hidden data-testid="changes">
        {changes}
      </output>
    </Page>
  );
}
