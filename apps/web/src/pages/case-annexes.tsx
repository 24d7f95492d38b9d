import { Alert, Button, CheckboxGroup, FileField, fileSize, useAnnouncer, useLocale, useMessages } from '@enig/ui';
import { useRef, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddCaseAnnexDocument, RemoveCaseAnnexDocument, type CasePageFragment } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { uploaded } from '../upload';

const KINDS = ['.pdf', '.docx', '.xlsx', '.odt', '.ods', '.csv', '.txt'];
const LIMIT = 10_000_000;

/** The party's own annexes, open and closed apart, and where more are put with the case. */
export function CaseAnnexes(props: { readonly of: CasePageFragment; readonly refetch: () => void }) {
  const m = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const { of, refetch } = props;
  if (of.annexes.length === 0 && !of.maySend) return null;
  const removed = () => {
    // The button goes away with what it did.
    heading.current?.focus();
    refetch();
  };
  return (
    <section aria-labelledby="case-annexes">
      <h2 id="case-annexes" ref={heading} tabIndex={-1}>
        {m('caseField.annexes')}
      </h2>
      <p>{m('page.case.annexesText')}</p>
      {[true, false].map((isOpen) => (
        <AnnexList key={String(isOpen)} of={of} isOpen={isOpen} removed={removed} />
      ))}
      {of.maySend && of.id !== null && <AddAnnex case={of.id} refetch={refetch} />}
    </section>
  );
}

/** The open or the closed ones, to be fetched; and taken out, while that can be. */
export function AnnexList(props: {
  readonly of: Pick<CasePageFragment, 'id' | 'annexes' | 'maySend'>;
  readonly isOpen: boolean;
  readonly removed: () => void;
}) {
  const m = useMessages();
  const locale = useLocale();
  const { of, isOpen, removed } = props;
  const annexes = of.annexes.filter((annex) => annex.isOpen === isOpen);
  if (annexes.length === 0) return null;
  return (
    <>
      <h3>{m(isOpen ? 'case.openAnnexes' : 'case.closedAnnexes')}</h3>
      <ul>
        {annexes.map(({ id, name, size, url, screening }) => (
          <li key={id}>
            <a href={url} download={name}>
              {name}
            </a>{' '}
            <span className="e-note">({fileSize(size, locale)})</span>{' '}
            {of.maySend && of.id !== null && <RemoveAnnex case={of.id} annex={id} name={name} removed={removed} />}
            {screening.map((said) => (
              <p key={said} className="e-note">
                {said}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function RemoveAnnex(props: {
  readonly case: string;
  readonly annex: string;
  readonly name: string;
  readonly removed: () => void;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [, remove] = useMutation(RemoveCaseAnnexDocument);
  const { busy, refused, run } = useCommand(async () => {
    const result = await remove({ input: { case: props.case, annex: props.annex } });
    return { result, payload: result.data?.removeCaseAnnex };
  });
  const send = async () => {
    if (!(await run())) return;
    say(m('page.case.annexRemoved', { name: props.name }));
    props.removed();
  };
  return (
    <>
      <Button look="quiet" busy={busy} onClick={() => void send()}>
        {m('page.case.removeAnnex')} <span className="e-hidden">{props.name}</span>
      </Button>
      {refused && <span role="alert">{refused}</span>}
    </>
  );
}

function AddAnnex(props: { readonly case: string; readonly refetch: () => void }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const [file, setFile] = useState<File | null>(null);
  const [isClosed, setClosed] = useState(false);
  const [failed, setFailed] = useState<string>();
  useGuardedForm(file !== null);
  const [, add] = useMutation(AddCaseAnnexDocument);
  const { busy, refused, run } = useCommand(async () => {
    if (!file) return { result: {}, payload: null };
    const kept = await uploaded(file);
    setFailed(kept.ok ? undefined : (kept.reason ?? m('page.setUp.uploadFailed')));
    if (!kept.ok) return { result: {}, payload: null };
    const annex = { case: props.case, sha256: kept.sha256, name: file.name, isOpen: !isClosed };
    const result = await add({ input: annex });
    return { result, payload: result.data?.addCaseAnnex };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return setFailed(m('page.case.annexMissing'));
    if (!(await run())) return;
    say(m('page.case.annexAdded', { name: file.name }));
    setFile(null);
    setClosed(false);
    props.refetch();
  };
  const trouble = failed ?? refused;
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {trouble && (
        <Alert tone="error" live>
          <p>{trouble}</p>
        </Alert>
      )}
      <FileField
        id="case-annex"
        label={m('page.case.annexFile')}
        kinds={KINDS}
        limit={LIMIT}
        value={file}
        onChange={(chosen) => {
          setFailed(undefined);
          setFile(chosen);
        }}
      />
      <CheckboxGroup
        label={m('caseField.annexes')}
        options={[{ value: 'closed', label: m('page.case.annexClosed') }]}
        value={isClosed ? ['closed'] : []}
        onChange={(chosen) => setClosed(chosen.length > 0)}
      />
      <Button type="submit" busy={busy}>
        {m('page.case.addAnnex')}
      </Button>
    </form>
  );
}
