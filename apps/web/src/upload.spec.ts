import { uploaded } from './upload';

const file = { name: 'Bilag.pdf' } as File;

function answers(status: number, body: unknown): void {
  globalThis.fetch = () =>
    Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) } as unknown as Response);
}

describe('a file on its way to the server', () => {
  const before = globalThis.fetch;
  afterAll(() => {
    globalThis.fetch = before;
  });

  it('is known by its SHA-256 when it is kept', async () => {
    answers(201, { sha256: 'ab' });
    expect(await uploaded(file)).toEqual({ ok: true, sha256: 'ab' });
  });

  it('brings back the reason when it is refused', async () => {
    answers(400, { code: 'BAD_USER_INPUT', message: 'Filens navn er for langt.' });
    expect(await uploaded(file)).toEqual({ ok: false, reason: 'Filens navn er for langt.' });
  });

  it('has no reason when the server was not reached', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await uploaded(file)).toEqual({ ok: false, reason: undefined });
  });
});
