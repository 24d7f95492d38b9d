import { addFile, MAX_RESPONSE_FILES, removeFile } from './response-files';

describe('HE-35 documents come and go only while the response is written in', () => {
  it('and are what was sent once it is sent', () => {
    expect(addFile(false, 0)).toEqual({ ok: false, error: { code: 'HE-35-RESPONSE-LOCKED' } });
    expect(removeFile(false)).toEqual({ ok: false, error: { code: 'HE-35-RESPONSE-LOCKED' } });
    expect([addFile(true, 0).ok, removeFile(true).ok]).toEqual([true, true]);
  });
});

describe('HE-36 a response has at most 20 documents', () => {
  it('the twentieth is taken, the next is not', () => {
    expect(addFile(true, MAX_RESPONSE_FILES - 1).ok).toBe(true);
    const refused = { code: 'HE-36-TOO-MANY-FILES', most: 20 };
    expect(addFile(true, MAX_RESPONSE_FILES)).toEqual({ ok: false, error: refused });
  });
});
