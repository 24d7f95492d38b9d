import {
  Alert,
  Breadcrumb,
  Button,
  ButtonRow,
  Card,
  CheckboxGroup,
  ConfirmDialog,
  DateField,
  Details,
  DiffView,
  EmptyState,
  ErrorSummary,
  FileField,
  GlossaryTerm,
  LinkButton,
  Page,
  PageHeader,
  Progress,
  RadioGroup,
  Select,
  StateMark,
  StepGuide,
  SummaryList,
  Table,
  TaskList,
  TextArea,
  TextField,
} from '../src';
import { useState } from 'react';

/** Every part once, with words as they would be. */
export function PartsPage() {
  const [isAsking, setAsking] = useState(false);
  return (
    <Page
      wide
      header={
        <PageHeader
          title="Rammeaftale 2021–22"
          way={<Breadcrumb path={[{ href: '?page=parts', name: 'Aftaler' }]} />}
          state="Udkast · 3 af 5 fokusområder klar · høring planlagt 1. marts · frist 15. oktober 2020"
          action={
            <Button look="primary" onClick={() => setAsking(true)}>
              Frys og åbn høring
            </Button>
          }
        />
      }
    >
      <Steps />
      <SectionsTable />
      <Board />
      <Tasks />
      <Messages />
      <Form />
      <ConfirmDialog
        open={isAsking}
        title="Frys og åbn høring"
        consequences={['Teksten kan ikke ændres, mens høringen varer.', 'Otte handicapråd får besked i dag.']}
        undoable={false}
        verb="Frys og åbn høring"
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      />
    </Page>
  );
}

function Steps() {
  return (
    <StepGuide
      steps={[
        { key: 'write', name: 'Skrive', state: 'done', href: '?page=focus' },
        { key: 'hear', name: 'Høre', state: 'current', detail: 'til 10. april' },
        { key: 'treat', name: 'Behandle', state: 'upcoming' },
        { key: 'decide', name: 'Beslutte', state: 'upcoming' },
        { key: 'force', name: 'I kraft', state: 'upcoming' },
      ]}
    />
  );
}

const SECTIONS = [
  {
    number: 1,
    title: 'Samarbejde med borgere og pårørende',
    by: 'Roskilde',
    state: 'done',
    word: 'klar',
    when: 'i går, Mette (Roskilde)',
  },
  {
    number: 2,
    title: 'Vilkår for mellemkommunalt samarbejde',
    by: 'Region Sjælland',
    state: 'inProgress',
    word: 'skrives nu',
    when: '2 skriver nu',
  },
  {
    number: 3,
    title: 'Borgere med psykiske vanskeligheder',
    by: 'Næstved',
    state: 'missing',
    word: 'mål uden kriterium',
    when: '2. marts',
  },
] as const;

function SectionsTable() {
  return (
    <Table
      caption="Udviklingsstrategi"
      rows={SECTIONS}
      rowKey={({ title }) => title}
      columns={[
        {
          key: 'title',
          header: 'Fokusområde',
          rowHeader: true,
          cell: ({ number, title }) => (
            <>
              {number} <a href="?page=focus">{title}</a>
            </>
          ),
        },
        { key: 'by', header: 'Tovholder', cell: ({ by }) => by },
        { key: 'state', header: 'Tilstand', cell: ({ state, word }) => <StateMark state={state}>{word}</StateMark> },
        { key: 'when', header: 'Sidst rettet', cell: ({ when }) => when },
      ]}
    />
  );
}

const PARTIES = ['Faxe', 'Greve', 'Holbæk'] as const;

function Board() {
  return (
    <Table
      caption="Godkendelse · 17 af 18 har godkendt"
      narrow="scroll"
      rows={PARTIES}
      rowKey={(party) => party}
      columns={[
        { key: 'party', header: 'Part', rowHeader: true, cell: (party) => party },
        { key: 'committee', header: 'Udvalg', cell: () => <StateMark state="done">anbefalet 3. juni</StateMark> },
        {
          key: 'council',
          header: 'Kommunalbestyrelse',
          cell: (party) =>
            party === 'Holbæk' ? (
              <StateMark state="notStarted">24. juni</StateMark>
            ) : (
              <StateMark state="done">17. juni</StateMark>
            ),
        },
        { key: 'decision', header: 'Beslutning', cell: (party) => (party === 'Holbæk' ? '–' : 'godkendt') },
        { key: 'item', header: 'Punkt', numeric: true, cell: () => '12' },
        { key: 'minutes', header: 'Referat', cell: () => <a href="?page=read">referat</a> },
      ]}
    />
  );
}

function Tasks() {
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">Mine opgaver</h2>
      <TaskList
        tasks={[
          {
            id: '1',
            title: 'Skriv om vilkår for samarbejde',
            href: '?page=focus',
            detail: 'Rammeaftale 2021–22 · Region Sjælland',
            due: 'søndag den 3. maj kl. 24 · 12 dage',
            mark: { state: 'inProgress' },
          },
          {
            id: '2',
            title: 'Send svaret',
            detail: 'Kan først sendes, når formanden har set det.',
            mark: { state: 'notStarted' },
          },
        ]}
      />
      <EmptyState action={<LinkButton href="?page=parts">Ny aftale</LinkButton>}>
        Der er ingen aftaler endnu.
      </EmptyState>
      <SummaryList
        rows={[
          { key: '1', term: 'Afsender', value: 'Greve Handicapråd' },
          { key: '2', term: 'Svar til 1', value: 'Rådet er enigt.', changeHref: '?page=response' },
        ]}
      />
    </section>
  );
}

function Messages() {
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">Beskeder</h2>
      <Alert tone="info">Høringen slutter om 18 dage.</Alert>
      <Alert tone="warning" heading="Holbæk mangler stadig at beslutte">
        <p>Byrådet mødes 24. juni. Alle kan nå fristen 15. oktober.</p>
      </Alert>
      <Alert tone="error">Svaret kunne ikke sendes.</Alert>
      <Alert tone="done">Svaret er sendt. Kvitteringsnummer GRE-7-42.</Alert>
      <Card heading="Hvad er nyt siden sidste aftale">
        <DiffView
          words={[
            { op: 'same', text: 'Kommunerne kan oprette ' },
            { op: 'removed', text: 'pladser' },
            { op: 'added', text: 'tilbud sammen' },
            { op: 'same', text: ', når ingen kan alene.' },
          ]}
        />
        <p>
          En <GlossaryTerm term="tovholder">den kommune, der skriver fokusområdet sammen med regionen</GlossaryTerm> kan
          skrive til 3. maj.
        </p>
      </Card>
      <Progress label="Laver sagsfremstillinger" done={7} total={18} onStop={() => undefined} />
      <Details summary="Hvem har fået høringen?">
        <p>Otte handicapråd.</p>
      </Details>
    </section>
  );
}

function Form() {
  const [date, setDate] = useState<string | null>('2020-06-24');
  const [outcome, setOutcome] = useState<'approved' | 'rejected' | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>(['faxe']);
  const [party, setParty] = useState('');
  const [file, setFile] = useState<File | null>(null);
  return (
    <form aria-labelledby="form" noValidate>
      <h2 id="form">Registrér beslutning</h2>
      <ErrorSummary attempt={0} errors={[{ field: 'item', message: 'Skriv punktets nummer.' }]} />
      <DateField id="meeting" label="Mødedato" value={date} onChange={(next) => next !== undefined && setDate(next)} />
      <TextField
        id="item"
        label="Punkt"
        width="short"
        inputMode="numeric"
        error="Skriv punktets nummer."
        value=""
        onChange={() => undefined}
      />
      <RadioGroup
        label="Beslutning"
        options={[
          { value: 'approved', label: 'Godkendt' },
          { value: 'rejected', label: 'Ikke godkendt', hint: 'Skriv hvorfor nedenfor.' },
        ]}
        value={outcome}
        onChange={setOutcome}
      />
      <Select label="Part" options={[{ value: 'faxe', label: 'Faxe' }]} value={party} onChange={setParty} />
      <TextArea
        label="Ordlyd"
        hint="Som den står i referatet."
        value="Indstillingen blev godkendt."
        onChange={() => undefined}
      />
      <CheckboxGroup
        label="Handicapråd, der høres"
        columns
        options={['Faxe', 'Greve', 'Holbæk', 'Kalundborg', 'Køge', 'Lejre'].map((name) => ({
          value: name.toLowerCase(),
          label: name,
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <FileField
        label="Referat"
        optional
        kinds={['.pdf', '.docx']}
        limit={10 * 1024 * 1024}
        value={file}
        onChange={setFile}
      />
      <ButtonRow>
        <Button look="primary">Registrér</Button>
        <Button>Fortryd</Button>
        <Button look="danger">Opgiv aftalen</Button>
        <Button look="secondary" busy>
          Sender …
        </Button>
      </ButtonRow>
    </form>
  );
}
