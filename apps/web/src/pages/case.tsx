import type { CaseJson } from '@enig/text';
import {
  Alert,
  BackLink,
  CaseEditor,
  EmptyState,
  forgetText,
  Link,
  Loading,
  Page,
  PageHeader,
  PresenceList,
  PrintFooter,
  SaveState,
  SaveTrouble,
  useCollaboration,
  useDocumentTitle,
  useEditsReported,
  useMessages,
  useTextJson,
  type OpenText,
} from '@enig/ui';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import type { Doc } from 'yjs';
import {
  AskCaseDocument,
  BoardChangedDocument,
  PartyCaseDocument,
  type CaseFormat,
  type CasePageFragment,
  type PartyCaseQuery,
} from '../generated/graphql';
import { useFormats } from '../formats';
import { useGuardedWords } from '../leave-guard';
import { useLive } from '../live';
import { QueryPage } from '../query-page';
import { useViewer } from '../session';
import { PaperFiles } from '../treatment/paper-files';
import { CaseAnnexes } from './case-annexes';
import { copiesOf } from './case-copies';
import { EarlierCase } from './case-earlier';
import { CaseFields } from './case-fields';
import { CaseNumbers } from './case-numbers';
import { DecidedAlready, MakeCase, SendCase } from './case-acts';
import { CaseWords } from './case-words';
import { ZipFile } from './zip-file';

interface Shown {
  readonly of: CasePageFragment;
  readonly refetch: () => void;
}

/** Clears what this browser keeps of the text, once it is sent on. */
interface Forgetting {
  readonly forget: () => Promise<void>;
}

/** A party's case: made, written together by its case officers, copied, fetched and sent on. */
export function CasePage() {
  const { id = '', party = '' } = useParams();
  return (
    <QueryPage query={PartyCaseDocument} variables={{ agreement: id, party }} pick={(data) => caseIn(data, party)}>
      {({ of, agreement }, refetch) => (of ? <Case of={of} refetch={refetch} /> : <NotYet agreement={agreement} />)}
    </QueryPage>
  );
}

/** Nothing where there is no such agreement, or the party is none of its; a party’s case may not be there yet. */
function caseIn({ partyCase: of, agreement }: PartyCaseQuery, party: string) {
  if (!agreement || !(of ?? agreement.parties.some(({ id }) => id === party))) return undefined;
  return { of, agreement };
}

function NotYet({ agreement }: { readonly agreement: { readonly id: string; readonly title: string } }) {
  const m = useMessages();
  useDocumentTitle(m('page.case.heading'));
  const way = <BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />;
  return (
    <Page header={<PageHeader title={m('page.case.heading')} way={way} />}>
      <EmptyState>{m('page.case.none')}</EmptyState>
    </Page>
  );
}

function Case(props: Shown) {
  const { of, refetch } = props;
  const m = useMessages();
  useDocumentTitle(m('page.case.title', { party: of.shortName }));
  useLive(BoardChangedDocument, { id: of.agreement }, refetch);
  if (of.state === 'draft' && of.text?.mayEdit) return <WrittenCase key={of.text.id} {...props} text={of.text.id} />;
  return <ReadCase {...props} />;
}

/** The page's head: whose it is, and how far it is. */
function useHead({ of }: Pick<Shown, 'of'>) {
  const m = useMessages();
  const { dateTime } = useFormats();
  const { shortName: party, version: number } = of;
  const said = {
    notMade: () => m('page.case.state.notMade', { number }),
    draft: () => m('page.case.state.draft', { number, party }),
    sentOn: () =>
      m('page.case.state.sentOn', {
        number,
        at: of.sentAt === null ? '' : dateTime(of.sentAt),
        person: of.sentBy ?? '',
      }),
  };
  return {
    title: m('page.case.title', { party }),
    way: <BackLink href={`/aftaler/${of.agreement}`} where={of.agreementTitle} />,
    state: said[of.state](),
  };
}

/** For its case officers: the editor, and under it what can be copied of what stands there now. */
function WrittenCase({ of, refetch, text: id }: Shown & { readonly text: string }) {
  const viewer = useViewer();
  const head = useHead({ of });
  const text = useCollaboration(id, {
    ...{ person: viewer.person.id, name: viewer.person.name, mayEdit: true, title: head.title },
  });
  useGuardedWords(text.snapshot);
  useEditsReported(text.collaboration, head.title);
  return (
    <Page
      header={<PageHeader {...head} aside={<SaveState snapshot={text.snapshot} />} />}
      rail={<PresenceList others={text.snapshot.others} me={viewer.person.name} />}
    >
      <DecidedAlready of={of} />
      <EarlierCase of={of} />
      <SaveTrouble text={text} />
      <CaseText text={text} of={of} refetch={refetch} forget={() => forgetText(viewer.person.id, id)} />
    </Page>
  );
}

/** Mounted only when the text has come whole from the server. */
export function CaseText({ text, of, refetch, forget }: Shown & Forgetting & { readonly text: OpenText }) {
  const { collaboration, snapshot } = text;
  if (!collaboration || (!snapshot.isHere && snapshot.state.kind === 'connecting')) return <Loading />;
  const { doc, awareness } = collaboration;
  return (
    <>
      {snapshot.mayWrite ? <CaseEditor doc={doc} awareness={awareness} /> : <CaseWords content={contentOf(of)} />}
      <Live
        of={of}
        doc={doc}
        mayWrite={snapshot.mayWrite}
        refetch={refetch}
        isSaving={snapshot.hasUnsaved}
        forget={forget}
      />
    </>
  );
}

interface Written {
  readonly doc: Doc;
  /** Whether the fields are there: a warning leads to them. */
  readonly mayWrite: boolean;
  readonly isSaving: boolean;
}

/** What follows from the words as they are while they are written. */
function Live({ doc, mayWrite, ...around }: Shown & Forgetting & Written) {
  const content = useTextJson('case', doc);
  return (
    <>
      {mayWrite && <CaseNumbers content={content} />}
      <CaseFields copies={copiesOf(content, around.of.fields)} />
      <Around {...around} content={content} />
    </>
  );
}

/** For everybody else who may know of it. */
function ReadCase(props: Shown) {
  const { of, refetch } = props;
  const m = useMessages();
  const head = useHead({ of });
  const content = contentOf(of);
  const { shortName: party } = of;
  return (
    <Page header={<PageHeader {...head} />}>
      <DecidedAlready of={of} />
      {of.mayMake && <MakeCase of={of} refetch={refetch} />}
      {of.state === 'notMade' && !of.mayMake && (
        <EmptyState>
          {m(of.isOwn ? 'page.case.notMade' : 'page.case.notOurs', { party, number: of.version })}
        </EmptyState>
      )}
      {of.state === 'draft' && of.isOwn && (
        <Alert tone="info">
          <p>{of.text?.closedBecause ?? m('page.case.writtenBy', { party })}</p>
        </Alert>
      )}
      <EarlierCase of={of} />
      <CaseWords content={content} />
      {content && <CaseFields copies={copiesOf(content, of.fields)} />}
      {content && <Around of={of} content={content} refetch={refetch} isSaving={false} />}
    </Page>
  );
}

/** Annexes, files, and sending on. */
function Around(
  props: Shown & Partial<Forgetting> & { readonly content: CaseJson | null; readonly isSaving: boolean },
) {
  const { of, refetch, content, isSaving } = props;
  const m = useMessages();
  const [, ask] = useMutation(AskCaseDocument);
  // What is made of it: its words, its annexes, and whether it says that it is a draft.
  const text = { words: JSON.stringify([content, of.annexes.map(({ id }) => id), of.state]), isSaving };
  const file = async (format: CaseFormat): Promise<string | null> =>
    (await ask({ input: { case: of.id ?? '', format } })).data?.askCase.job ?? null;
  return (
    <>
      <CaseAnnexes of={of} refetch={refetch} />
      <div className="e-no-print">
        <PaperFiles ask={(format) => file(format)} text={text} />
      </div>
      <ZipFile
        text={m(of.isOwn ? 'page.case.zipText' : 'page.case.zipTextOpen')}
        verb={m('page.case.zip')}
        failed={m('page.case.notAsked')}
        ask={() => file('zip')}
        made={text}
      />
      {of.maySend && <SendCase {...props} />}
      <p className="e-no-print">
        <Link href={`/aftaler/${of.agreement}/sager`}>{m('page.case.allCases')}</Link>
      </p>
      <PrintFooter>{`${of.agreementTitle} · ${m('page.version.title', { number: of.version })}`}</PrintFooter>
    </>
  );
}

/** Its shape is the server's word. */
function contentOf({ content }: CasePageFragment): CaseJson | null {
  return (content as CaseJson | null) ?? null;
}
