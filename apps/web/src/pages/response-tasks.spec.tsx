import { emptyJson, writeInto } from '@enig/text';
import { screen } from '@testing-library/react';
import * as Y from 'yjs';
import type { ResponseFieldsFragment } from '../generated/graphql';
import type { Round } from './hearing';
import { AnswerTasks } from './response-tasks';
import { roundWith, showAt } from './test-round-page';

function show(): void {
  const section = {
    section: 'f-1',
    kind: 'focusArea',
    number: 1,
    title: 'Autisme',
    sha256: 'a'.repeat(64),
    easyRead: null,
  };
  const heard = { ...section, content: emptyJson('focus-area') };
  const round = roundWith({ version: { hash: 'v', number: 1, sections: [heard], annexes: [] } }) as Round;
  const response = { id: 'x', files: [] } as unknown as ResponseFieldsFragment;
  const doc = new Y.Doc();
  writeInto(doc, emptyJson('hearing-response', ['f-1']));
  const parts = [{ id: 'f-1', title: '1 Autisme', path: 'f-1' }];
  const page = <AnswerTasks round={round} response={response} doc={doc} parts={parts} />;
  showAt({ path: '*', at: '/', page, answers: () => ({}) });
}

describe('the ways to a part of an answer', () => {
  it.each([
    ['Svar 1 Autisme', 'Svar'],
    ['Læs 1 Autisme (åbner ved siden af)', 'Læs'],
  ])('%s: what is seen of it ends with its last letter, so that no space is underlined', (name, seen) => {
    show();
    expect(screen.getByRole('link', { name }).firstChild?.textContent).toBe(seen);
  });
});
