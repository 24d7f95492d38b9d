import { UiProvider } from '@enig/ui';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { SignInByMail } from './sign-in-by-mail';

let asked: unknown[];

function show(status: number): void {
  asked = [];
  globalThis.fetch = (path, init) => {
    asked.push([path, JSON.parse(String(init?.body))]);
    return status === 0 ? Promise.reject(new TypeError()) : Promise.resolve(new Response('{}', { status }));
  };
  render(
    <UiProvider locale="da">
      <SignInByMail to="/aftaler/1" />
    </UiProvider>,
  );
}

const press = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Send mig et link' })));

async function write(email: string): Promise<void> {
  fireEvent.change(screen.getByRole('textbox', { name: 'Din e-mail' }), { target: { value: email } });
  await press();
}

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined; // jsdom has no view to scroll
});

describe('AC-18 asking for a link on the sign-in page', () => {
  it('says what happens if we know the address, and where the link is to lead', async () => {
    show(202);
    await write(' bente@example.invalid ');
    const said = await screen.findAllByText(/^Kender vi/);
    expect(said).toHaveLength(2); // seen, and heard politely: nothing is wrong
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('Kender vi bente@example.invalid, er der et link på vej.');
    expect(asked).toEqual([['/auth/link', { email: 'bente@example.invalid', to: '/aftaler/1' }]]);
  });

  it('leads from the summary to the field when that is no address, and keeps what was written', async () => {
    show(400);
    await write('bente');
    const summary = await screen.findByRole('group');
    expect(document.activeElement).toBe(summary);
    const field = screen.getByRole('textbox', { name: 'Din e-mail' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field).toHaveProperty('value', 'bente');
    fireEvent.click(screen.getByRole('link', { name: /navn@kommune\.dk/ }));
    expect(document.activeElement).toBe(field);
  });

  it.each([[0], [429], [500]])('says that it did not succeed (%d), and can be asked again', async (status) => {
    show(status);
    await write('bente@example.invalid');
    expect((await screen.findByRole('alert')).textContent).toContain('lykkedes ikke');
    await press();
    expect(asked).toHaveLength(2);
  });
});
