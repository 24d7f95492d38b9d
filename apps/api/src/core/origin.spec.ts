import { isForeign } from './origin';

const own = 'http://localhost:3000';
const behind = 'https://enig.example.dk';

describe('whose page has sent a request', () => {
  it.each([
    ['the public address', own, 'http://localhost:3000', 'localhost:3000', false],
    ['this machine by its number', own, 'http://127.0.0.1:3000', '127.0.0.1:3000', false],
    ['this machine by its other number', own, 'http://[::1]:3000', '[::1]:3000', false],
    ['another port of this machine', own, 'http://localhost:5000', 'localhost:3000', true],
    ['another name of this machine than it was sent to', own, 'http://127.0.0.1:3000', 'localhost:3000', true],
    ['a name of somebody else’s that leads here', own, 'http://rebound.example:3000', 'rebound.example:3000', true],
    ['the public address behind a proxy', behind, 'https://enig.example.dk', 'api:3000', false],
    ['any other name, sent to itself', behind, 'http://rebound.example', 'rebound.example', true],
    ['this machine, when people use another address', behind, 'http://localhost:3000', 'localhost:3000', true],
    ['no page that has an address', own, 'null', 'localhost:3000', true],
  ])('%s', (_, publicUrl, origin, host, expected) => {
    expect(isForeign({ origin, host }, publicUrl)).toBe(expected);
  });

  it('a program says nothing, and is let in', () => {
    expect(isForeign({ host: 'localhost:3000' }, own)).toBe(false);
  });
});
