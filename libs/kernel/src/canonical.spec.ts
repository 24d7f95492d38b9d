import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalBytes, canonicalHash, sha256, type Json } from './canonical';
import { isSha256 } from './ids';

function text(value: Json): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(canonicalBytes(value));
}

describe('canonical JSON is that of RFC 8785', () => {
  it('writes the example of section 3.2.2', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as Json;
    expect(text(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units, as in section 3.2.3', () => {
    const value = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    ) as Json;
    expect(Object.values(JSON.parse(text(value)) as object)).toEqual([
      // A JavaScript object lists `1` first, which is not in question here: the order in the text is.
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(text(value).indexOf('Carriage')).toBeLessThan(text(value).indexOf('One'));
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number with the bits %s as %s (appendix B)', (bits, written) => {
    expect(text(Buffer.from(bits, 'hex').readDoubleBE())).toBe(written);
  });

  it('keeps Danish letters as they are, and does not make one of two ways to write å', () => {
    expect(text('rødgrød på Ærø')).toBe('"rødgrød på Ærø"');
    expect(canonicalHash('å')).not.toBe(canonicalHash('a\u030a'));
  });

  it.each([
    ['NaN', NaN],
    ['infinity', Infinity],
    ['half a surrogate pair', '\ud800'],
    ['half a surrogate pair in a key', { '\udc00': 1 }],
    ['half a surrogate pair deep inside', { a: [{ b: 'x\ud83d' }] }],
  ])('refuses %s, which has no bytes of its own', (_name, value) => {
    expect(() => canonicalBytes(value)).toThrow();
  });

  it('does not take the letters of an escape for one', () => {
    expect(text('\\ud800')).toBe('"\\\\ud800"');
    expect(() => canonicalBytes('\\\ud800')).toThrow(RangeError);
  });

  it('gives one value one text, whatever the order it was written in, and loses nothing', () => {
    const json = fc.jsonValue({ stringUnit: 'grapheme' });
    fc.assert(
      fc.property(json, (value) => {
        const given = value as Json;
        expect(text(given)).toBe(text(reversed(given)));
        expect(canonicalBytes(JSON.parse(text(given)) as Json)).toEqual(canonicalBytes(given));
      }),
    );
  });
});

/** The same value with the keys of every object the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inside]) => [key, reversed(inside)]),
  );
}

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('of the vectors of FIPS 180-4', (given, digest) => {
    expect(sha256(new TextEncoder().encode(given))).toBe(digest);
  });

  it('is what any other program computes, and is written as we write hashes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const ours = sha256(bytes);
        expect(ours).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(isSha256(ours)).toBe(true);
      }),
    );
  });

  it('of a value is that of its canonical bytes', () => {
    const value = { mål: ['Flere i arbejde'], nummer: 3 };
    expect(canonicalHash(value)).toBe(createHash('sha256').update(canonicalBytes(value)).digest('hex'));
  });

  it.each(['', 'abc', 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855', `${'0'.repeat(64)}\n`])(
    'is not written as %j',
    (given) => expect(isSha256(given)).toBe(false),
  );
});
