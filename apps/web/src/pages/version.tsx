import {
  Alert,
  BackLink,
  Button,
  Details,
  Page,
  PageHeader,
  PrintFooter,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { useFormats } from '../formats';
import { VersionDocument, type VersionQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { TextView } from '../text-view';
import { AnnexList } from './annexes';
import { CommentsOnVersion } from './comments-on-version';

type Version = NonNullable<VersionQuery['version']>;

/** A frozen version, whole: what is heard and decided, with the hashes anyone can recompute. */
export function VersionPage() {
  const { hash = '' } = useParams();
  return (
    <QueryPage query={VersionDocument} variables={{ hash }} pick={(data) => data.version}>
      {(version) => <VersionView version={version} />}
    </QueryPage>
  );
}

function VersionView({ version }: { readonly version: Version }) {
  const m = useMessages();
  const { dateTime } = useFormats();
  const { agreement } = version;
  const name = m('page.version.title', { number: version.number });
  useDocumentTitle(`${name}: ${agreement.title}`);
  usePlaceInVersion();
  return (
    <Page
      contentsLabel={m('page.version.contents')}
      contents={<Contents version={version} />}
      header={
        <PageHeader
          title={agreement.title}
          way={<BackLink href={`/aftaler/${agreement.id}`} where={agreement.title} />}
          state={m('page.version.state', {
            name,
            act: m(`versionAct.${version.act}`),
            at: dateTime(version.createdAt),
            by: version.createdBy,
          })}
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      {!version.isCurrent && (
        <Alert tone="warning">
          <p>{m('page.version.newer')}</p>
        </Alert>
      )}
      {version.sections.map((section) => (
        <section key={section.section} id={section.section} tabIndex={-1} aria-labelledby={`h-${section.section}`}>
          <h2 id={`h-${section.section}`}>
            {section.number !== null && `${section.number} `}
            {section.title}
          </h2>
          <TextView content={section.content} />
          {section.easyRead !== null && (
            <Details summary={m('page.version.easyRead')}>
              <TextView content={section.easyRead} level={4} />
            </Details>
          )}
        </section>
      ))}
      <CommentsOnVersion version={version.hash} sections={version.sections} />
      <AnnexList annexes={version.annexes} />
      <Proof version={version} />
      <PrintFooter>
        {agreement.title} · {name} · {version.hash} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

/** Goes to the section the address names, once it is there. */
function usePlaceInVersion(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const section = document.getElementById(decodeURIComponent(hash.slice(1)));
    section?.focus({ preventScroll: true });
    section?.scrollIntoView();
  }, [hash]);
}

function Contents({ version }: { readonly version: Version }) {
  return (
    <ol className="e-contents">
      {version.sections.map(({ section, number, title }) => (
        <li key={section}>
          <a href={`#${section}`}>
            {number !== null && `${number} `}
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}

/** How one can see for oneself that this is the text: the bytes and their hashes. */
function Proof({ version }: { readonly version: Version }) {
  const m = useMessages();
  const { date } = useFormats();
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">{m('page.version.proof')}</h2>
      <p>{m('page.version.proofText')}</p>
      <dl className="e-facts">
        <div>
          <dt>{m('page.version.hash')}</dt>
          <dd>
            <code className="e-hash">{version.hash}</code>
          </dd>
        </div>
        <div>
          <dt>{m('page.version.period')}</dt>
          <dd>
            {date(version.periodFrom)} – {date(version.periodTo)}
          </dd>
        </div>
        <div>
          <dt>{m('page.version.parties', { count: version.parties.length })}</dt>
          <dd>{version.parties.map((party) => party.name).join(', ')}</dd>
        </div>
      </dl>
      <p>
        <a href={version.manifestUrl}>{m('page.version.manifest')}</a>
      </p>
      <Details summary={m('page.version.textHashes')}>
        <ul>
          {version.sections.map(({ section, title, sha256, url }) => (
            <li key={section}>
              <a href={url}>{title}</a> <code className="e-hash">{sha256}</code>
            </li>
          ))}
        </ul>
      </Details>
    </section>
  );
}
