import { UiProvider } from '@enig/ui';
import { act, render, screen } from '@testing-library/react';
import { Contact } from './contact';

async function show(answer: () => Promise<Response>): Promise<void> {
  globalThis.fetch = answer;
  await act(async () => {
    render(
      <UiProvider locale="da">
        <Contact />
      </UiProvider>,
    );
  });
}

describe('whom one calls who cannot come in', () => {
  it('is said on the page as the installation says it', async () => {
    await show(async () => Response.json({ contact: 'Maja Holm, 55 88 00 00' }));
    expect(screen.getByText('Brug for hjælp? Ring eller skriv til os: Maja Holm, 55 88 00 00')).toBeTruthy();
  });

  it.each([
    ['nobody has said', async () => Response.json({ contact: null })],
    ['nobody answers', async () => Promise.reject(new TypeError())],
    ['it is not known', async () => new Response('', { status: 404 })],
  ])('and is left out where %s', async (_case, answer) => {
    await show(answer);
    expect(document.body.textContent).toBe('');
  });
});
