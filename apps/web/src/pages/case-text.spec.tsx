import { emptyJson, richFromPlain, writeInto } from '@enig/text';
import type { OpenText } from '@enig/ui';
import { act, fireEvent, screen } from '@testing-library/react';
import * as Y from 'yjs';
import type { CasePageFragment } from '../generated/graphql';
import { CaseText } from './case';
import { showAt } from './test-round-page';

const TITLE = 'Her ser ud til at stå et CPR-nummer';
const content = { ...emptyJson('case'), title: 'Godkendelse', economy: richFromPlain('Udgiften til 010190-1234.') };
const of = {
  ...{ id: 'c', agreement: 'a', agreementTitle: 'Rammeaftale 2027', shortName: 'Greve', version: 2, state: 'draft' },
  ...{ content, fields: [], annexes: [], isOwn: true, maySend: false },
} as unknown as CasePageFragment;

/** The case as it is open in a browser. */
async function open(mayWrite: boolean): Promise<Y.Doc> {
  const doc = new Y.Doc();
  writeInto(doc, content);
  const snapshot: OpenText['snapshot'] = {
    ...{ state: mayWrite ? { kind: 'synced' } : { kind: 'readOnly', reason: 'deciding' }, isHere: true, mayWrite },
    ...{ hasUnsaved: false, isKept: false, isSetAside: false, others: [] },
  };
  const collaboration = { doc } as unknown as OpenText['collaboration'];
  const text = { collaboration, snapshot, restart: () => undefined };
  const page = <CaseText text={text} of={of} refetch={() => undefined} forget={() => Promise.resolve()} />;
  showAt({
    path: '/',
    at: '/',
    page,
    answers: (name) => (name === 'AskCase' ? { askCase: { __typename: 'JobAskedPayload', job: 'j' } } : {}),
  });
  // The editor's own code comes after the page.
  await act(() => new Promise((done) => setTimeout(done)));
  return doc;
}

describe('a file of a case that is open to be written', () => {
  it('is said to lack what is written after it was asked for, as PDF and with annexes', async () => {
    const doc = await open(true);
    for (const name of ['Hent som PDF', 'Hent sagen med bilag'])
      await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
    expect(screen.queryByRole('button', { name: /^Lav / })).toBeNull();
    // What is written is shown a moment later.
    await act(async () => {
      doc.getText('summary').insert(0, 'Nye ord');
      await new Promise((done) => setTimeout(done, 1_000));
    });
    expect(screen.getByRole('button', { name: 'Lav PDF-filen igen' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Lav zip-filen igen' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Lav Word-filen igen' })).toBeNull();
  });
});

describe('AP-34 a personal number in a case that is open to be written', () => {
  it('is warned of with a link to the field it stands in', async () => {
    await open(true);
    const href = screen.getByRole('link', { name: 'Økonomi, linje 1' }).getAttribute('href') ?? '';
    expect(document.querySelector(href)?.textContent).toContain('Udgiften til');
  });

  it('is not pointed at where there is no field: it cannot be taken away there now', async () => {
    await open(false);
    expect(screen.getByRole('article').textContent).toContain('Udgiften til 010190-1234.');
    expect(screen.queryByText(TITLE)).toBeNull();
    expect(screen.queryByRole('link', { name: /linje/ })).toBeNull();
  });
});
