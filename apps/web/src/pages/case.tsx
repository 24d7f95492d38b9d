import { isEmptyRich, type CaseJson } from '@enig/text';
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
  RichTextView,
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
} from '../generated/graphql';
import { useFormats } from '../formats';
import { useGuardedWords } from '../leave-guard';
import { useLive } from '../live';
import { QueryPage } from '../query-page';
import { useViewer } from '../session';
import { PaperFiles } from '../treatment/paper-files';
import { CaseAnnexes } from './case-annexes';
import { copiesOf } from './case-copies';
import { CaseFields } from './case-fields';
import { MakeCase, SendCase } from './case-acts';
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
    <QueryPage
      query={PartyCaseDocument}
      variables={{ agreement: id, party }}
      pick={({ partyCase, agreement }) => agreement && { of: partyCase, agreement }}
    >
      {({ of, agreement }, refetch) => (of ? <Case of={of} refetch={refetch} /> : <NotYet agreement={agreement} />)}
    </QueryPage>
  );
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
      <SaveTrouble text={text} />
      <Editor text={text} of={of} refetch={refetch} forget={() => forgetText(viewer.person.id, id)} />
    </Page>
  );
}

/** Mounted only when the text has come whole from the server. */
function Editor({ text, of, refetch, forget }: Shown & Forgetting & { readonly text: OpenText }) {
  const { collaboration, snapshot } = text;
  if (!collaboration || (!snapshot.isHere && snapshot.state.kind === 'connecting')) return <Loading />;
  const { doc, awareness } = collaboration;
  return (
    <>
      {snapshot.mayWrite ? <CaseEditor doc={doc} awareness={awareness} /> : <CaseWords content={contentOf(of)} />}
      <LiveFields of={of} doc={doc} />
      <Around of={of} refetch={refetch} isSaving={snapshot.hasUnsaved} forget={forget} />
    </>
  );
}

function LiveFields({ of, doc }: { readonly of: CasePageFragment; readonly doc: Doc }) {
  return <CaseFields copies={copiesOf(useTextJson('case', doc), of.fields)} />;
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
      {of.mayMake && <MakeCase of={of} refetch={refetch} />}
      {of.state === 'notMade' && !of.mayMake && (
        <EmptyState>{m(of.isOwn ? 'page.case.none' : 'page.case.notOurs', { party })}</EmptyState>
      )}
      {of.state === 'draft' && of.isOwn && (
        <Alert tone="info">
          <p>{of.text?.closedBecause ?? m('page.case.writtenBy', { party })}</p>
        </Alert>
      )}
      <CaseWords content={content} />
      {content && <CaseFields copies={copiesOf(content, of.fields)} />}
      {content && <Around of={of} refetch={refetch} isSaving={false} />}
    </Page>
  );
}

/** The case as it reads. */
function CaseWords({ content }: { readonly content: CaseJson | null }) {
  const m = useMessages();
  if (!content) return null;
  const lines = (['legal', 'kle'] as const).filter((key) => content[key].trim() !== '');
  const prose = (['case', 'recommendation', 'economy', 'hearing'] as const).filter((key) => !isEmptyRich(content[key]));
  return (
    <article className="e-text">
      <h2>{content.title || m('page.agreement.untitled')}</h2>
      <p>{content.summary}</p>
      {prose.map((key) => (
        <section key={key}>
          <h3>{m(`caseField.${key}`)}</h3>
          <RichTextView content={content[key]} headingLevel={4} />
        </section>
      ))}
      {lines.map((key) => (
        <section key={key}>
          <h3>{m(`caseField.${key}`)}</h3>
          <p>{content[key]}</p>
        </section>
      ))}
    </article>
  );
}

/** Annexes, files, and sending on. */
function Around({ of, refetch, isSaving, forget }: Shown & Partial<Forgetting> & { readonly isSaving: boolean }) {
  const m = useMessages();
  const [, ask] = useMutation(AskCaseDocument);
  const file = async (format: CaseFormat): Promise<string | null> =>
    (await ask({ input: { case: of.id ?? '', format } })).data?.askCase.job ?? null;
  return (
    <>
      <CaseAnnexes of={of} refetch={refetch} />
      <div className="e-no-print">
        <PaperFiles ask={(format) => file(format)} />
      </div>
      <ZipFile
        text={m(of.isOwn ? 'page.case.zipText' : 'page.case.zipTextOpen')}
        verb={m('page.case.zip')}
        failed={m('page.case.notAsked')}
        ask={() => file('zip')}
      />
      {of.maySend && <SendCase of={of} refetch={refetch} isSaving={isSaving} forget={forget} />}
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
