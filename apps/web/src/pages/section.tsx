import {
  Alert,
  BackLink,
  Button,
  ChapterEditor,
  EasyReadEditor,
  FocusAreaEditor,
  Loading,
  Page,
  PageHeader,
  PresenceList,
  SaveState,
  SaveTrouble,
  useCollaboration,
  useDocumentTitle,
  useEditsReported,
  useMessages,
  type OpenText,
} from '@enig/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useFormats } from '../formats';
import { SectionChangedDocument, SectionDocument, type SectionPageFragment } from '../generated/graphql';
import { useGuardedWords } from '../leave-guard';
import { useLive } from '../live';
import { QueryPage } from '../query-page';
import { currentSeats, useViewer } from '../session';
import { useTextSignedOut } from '../signed-out';
import { today } from '../today';
import { dayToWriteUntil } from './agreement-period';
import { usePlaceInText } from './place-in-text';
import { SectionContents, SectionRail } from './section-rail';
import { Deletions, TextHistoryCard } from './text-history';

export type Section = SectionPageFragment;

/** One focus area or chapter, written together, with who else is here and whether it is saved. */
export function SectionPage() {
  const { sectionId = '' } = useParams();
  return (
    <QueryPage query={SectionDocument} variables={{ id: sectionId }} pick={(data) => data.section}>
      {(section, refetch) => <SectionView key={section.id} section={section} refetch={refetch} />}
    </QueryPage>
  );
}

function SectionView({ section, refetch }: { readonly section: Section; readonly refetch: () => void }) {
  const [shows, setShows] = useState<'full' | 'easyRead'>('full');
  useLive(SectionChangedDocument, { id: section.id }, refetch);
  const entry = shows === 'easyRead' ? section.easyRead : section.text;
  const show = (which: 'full' | 'easyRead') => setShows(which);
  if (!entry) return null;
  return <OpenSection key={entry.id} section={section} entry={entry} shows={shows} show={show} refetch={refetch} />;
}

interface OpenProps {
  readonly section: Section;
  readonly entry: NonNullable<Section['easyRead']>;
  readonly shows: 'full' | 'easyRead';
  readonly show: (which: 'full' | 'easyRead') => void;
  readonly refetch: () => void;
}

function OpenSection(props: OpenProps) {
  const m = useMessages();
  const { section, entry, shows } = props;
  const viewer = useViewer();
  const title = titleOf(section, m('page.agreement.untitled'));
  const text = useCollaboration(entry.id, {
    ...{ person: viewer.person.id, name: viewer.person.name, mayEdit: entry.mayEdit, title },
  });
  useGuardedWords(text.snapshot);
  useTextSignedOut(text.snapshot);
  useEditsReported(text.collaboration, title);
  useDocumentTitle(title);
  usePlaceInText();
  return (
    <Page
      contentsLabel={m('page.section.contents')}
      contents={<SectionContents section={section} />}
      header={
        <PageHeader
          title={title}
          way={<BackLink href={`/aftaler/${section.agreement.id}`} where={section.agreement.title} />}
          state={<StateLine section={section} mayWrite={text.snapshot.mayWrite} shows={shows} />}
          aside={<SaveState snapshot={text.snapshot} />}
        />
      }
      rail={
        <>
          <PresenceList others={text.snapshot.others} me={viewer.person.name} />
          <SectionRail {...props} />
          {section.agreement.may.readDraft && <TextHistoryCard text={entry.id} milestones={entry.milestones} />}
        </>
      }
    >
      <Deletions text={entry.id} milestones={entry.milestones} />
      <SaveTrouble text={text} />
      {shows === 'easyRead' && (
        <p>
          <Button onClick={() => props.show('full')}>{m('page.section.full')}</Button>
        </p>
      )}
      <Editor section={section} entry={entry} text={text} />
    </Page>
  );
}

/** "Udkast · du skriver som tovholder, Roskilde · til 3. maj" */
function StateLine(props: {
  readonly section: Section;
  readonly mayWrite: boolean;
  readonly shows: 'full' | 'easyRead';
}) {
  const m = useMessages();
  const { date } = useFormats();
  const { section, mayWrite, shows } = props;
  const seats = currentSeats(useViewer());
  const { agreement } = section;
  const isOurs = (party: string | undefined) => section.coordinators.some(({ id }) => id === party);
  const seat = seats.find(({ body }) => isOurs(body.party?.id)) ?? seats[0];
  const until = dayToWriteUntil(agreement, today());
  const words = [
    m(`standing.${agreement.standing}`),
    shows === 'easyRead' && m('page.section.easyRead'),
    mayWrite && seat && m('page.section.writeAs', { body: `${seat.label}, ${seat.body.name}` }),
    mayWrite && until && m('page.section.until', { date: date(until) }),
  ];
  return <>{words.filter(Boolean).join(' · ')}</>;
}

/** The right editor for the kind of text. It is mounted only when the text has come whole from the server. */
function Editor({
  section,
  entry,
  text,
}: {
  readonly section: Section;
  readonly entry: NonNullable<Section['easyRead']>;
  readonly text: OpenText;
}) {
  const m = useMessages();
  const { collaboration, snapshot } = text;
  if (!collaboration || (!snapshot.isHere && snapshot.state.kind === 'connecting')) return <Loading />;
  if (snapshot.state.kind === 'closed' && snapshot.state.reason === 'noRight') {
    return (
      <Alert tone="info">
        <p>{m('page.section.notDraft')}</p>
      </Alert>
    );
  }
  const shared = {
    doc: collaboration.doc,
    awareness: collaboration.awareness,
    readOnly: !snapshot.mayWrite,
    crossReferences: referencesOf(section, m('page.agreement.untitled')),
  };
  switch (entry.kind) {
    case 'focus-area':
      return <FocusAreaEditor {...shared} parties={section.agreement.parties} />;
    case 'chapter':
      return <ChapterEditor {...shared} />;
    default:
      return <EasyReadEditor {...shared} />;
  }
}

/** The other focus areas, which a text may point at. */
function referencesOf(section: Section, untitled: string) {
  return section.agreement.parts
    .flatMap(({ sections }) => sections)
    .filter(({ id, kind }) => kind === 'focusArea' && id !== section.id)
    .map((other) => ({ id: other.id, label: titleOf(other, untitled) }));
}

/** A section as people say it: its number, where it has one, and its title. */
export function titleOf(section: { readonly number: number | null; readonly title: string }, untitled: string): string {
  return [section.number, section.title || untitled].filter((word) => word !== null).join(' ');
}
