import { render } from '@testing-library/react';
import { diffWords } from '@enig/text';
import { UiProvider } from '../ui-provider';
import { DiffView, type DiffWord } from './diff-view';

function shown(words: readonly DiffWord[]): HTMLElement {
  return render(
    <UiProvider locale="da">
      <DiffView words={words} />
    </UiProvider>,
  ).container;
}

/** Each block as it is seen: what came in braces, what went in brackets. */
function blocksOf(words: readonly DiffWord[]): readonly string[] {
  return [...shown(words).querySelectorAll('p')].map((block) => {
    for (const hidden of block.querySelectorAll('.e-hidden')) hidden.remove();
    for (const came of block.querySelectorAll('ins')) came.textContent = `{${came.textContent}}`;
    for (const went of block.querySelectorAll('del')) went.textContent = `[${went.textContent}]`;
    return block.textContent ?? '';
  });
}

const LIST = '- transport\n- takster';

describe('what changed between two texts', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['a sentence came', `Et.\n\nTo.\n\n${LIST}`, `Et.\n\nTo. Ny.\n\n${LIST}`, ['Et.', 'To.{ Ny.}', LIST]],
    ['a paragraph came', 'Et.\n\nTo.', 'Et.\n\nNy.\n\nTo.', ['Et.', '{Ny.}', 'To.']],
    ['a paragraph went', 'Et.\n\nGammel.\n\nTo.', 'Et.\n\nTo.', ['Et.', '[Gammel.]', 'To.']],
    ['an item came', '- transport', LIST, ['- transport{\n- takster}']],
    ['a paragraph was split', 'Et. To.', 'Et.\n\nTo.', ['Et.[ ]{¶\n}', 'To.']],
    ['two paragraphs were joined', 'Et.\n\nTo.', 'Et. To.', ['Et.[¶]{ }To.']],
    ['only emphasis', 'Et.\n\nTo.', 'Et.\n\nTo.', ['Et.', 'To.']],
  ])('stands block by block, as the texts do: %s', (_, before, after, blocks) => {
    expect(blocksOf(diffWords(before, after))).toEqual(blocks);
  });

  it('says in words what came and went, a break by its name', () => {
    const { textContent } = shown([
      { op: 'removed', text: 'Før' },
      { op: 'added', text: '\n\n' },
    ]);
    expect(textContent).toBe('Fjernet: Før Slut. Tilføjet: ¶linjeskift\n Slut. ');
    expect(shown([]).textContent).toBe('Ingen ændringer.');
  });
});
