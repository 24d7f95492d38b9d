import { FocusAreaView, Page, PageHeader, PrintFooter } from '../src';
import { focusArea, parties } from './sample';

/** A frozen focus area as it is read and printed. */
export function ReadPage() {
  return (
    <Page
      header={
        <PageHeader
          title="2 Vilkår for mellemkommunalt samarbejde"
          state="Udkast til rammeaftale 2021–22, som det blev sendt i høring 1. marts 2020 · version 1 · a41f…9c"
        />
      }
    >
      <FocusAreaView
        focusArea={focusArea}
        partyName={(party) => parties.find(({ id }) => id === party)?.name ?? null}
      />
      <PrintFooter>Version 1 · a41f…9c · enig.example/versioner/a41f</PrintFooter>
    </Page>
  );
}
