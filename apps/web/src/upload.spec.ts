import { redactedCopySent } from './redacted-copy';
import { catchUploads, type SentFile } from './test-upload';
import { uploaded, uploadedTo } from './upload';

const file = { name: 'Bilag.pdf' } as File;
const sent: SentFile[] = [];

describe('a file on its way to the server', () => {
  let restore: () => void;
  beforeAll(() => {
    restore = catchUploads(sent);
  });
  beforeEach(() => sent.splice(0));
  afterAll(() => restore());

  it('is known by its SHA-256 when it is kept', async () => {
    const done = uploaded(file);
    sent[0]?.ends({ status: 201, body: { sha256: 'ab' } });
    expect(await done).toEqual({ ok: true, sha256: 'ab' });
    expect(sent[0]?.address).toBe('/files?name=Bilag.pdf');
  });

  it('brings back the reason when it is refused', async () => {
    const done = uploaded(file);
    sent[0]?.ends({ status: 400, body: { code: 'BAD_USER_INPUT', message: 'Filens navn er for langt.' } });
    expect(await done).toEqual({ ok: false, reason: 'Filens navn er for langt.' });
  });

  it('has no reason when the server was not reached', async () => {
    const done = uploaded(file);
    sent[0]?.ends(null);
    expect(await done).toEqual({ ok: false, reason: undefined });
  });

  it('tells how far it has come, and can be stopped', async () => {
    const come: number[] = [];
    const stop = new AbortController();
    const done = uploadedTo('/files/responses/r', file, { progress: (n) => come.push(n), signal: stop.signal });
    sent[0]?.hasCome(400);
    stop.abort();
    expect(await done).toEqual({ ok: false, reason: undefined });
    expect([come, sent[0]?.isStopped()]).toEqual([[400], true]);
  });

  it('that is stopped before it began is never sent', async () => {
    expect(await uploadedTo('/files', file, { signal: AbortSignal.abort() })).toEqual({ ok: false, reason: undefined });
    expect(sent).toEqual([]);
  });

  it('goes the same way as a redacted copy', async () => {
    const done = redactedCopySent({ submission: 's', sha256: 'ab', reason: 'En adresse' }, file);
    sent[0]?.ends({ status: 409, body: { message: 'Der er allerede en.' } });
    expect(await done).toEqual({ ok: false, reason: 'Der er allerede en.' });
    expect(sent[0]?.address).toBe('/redacted-copies/s/ab?name=Bilag.pdf&reason=En+adresse');
  });
});
