import { resolve } from 'node:path';
import { readConfig, SettingRefused } from './config';

describe('settings', () => {
  it('works without any: the demo on port 3000, with the embedded database, for this machine only', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: resolve('.data'),
      services: ['api', 'collab', 'worker'],
      publicUrl: undefined,
      demo: true,
      smtp: undefined,
      contact: null,
      trustProxy: 0,
      limits: { signIn: 60, graphql: 6_000 },
      eraseDraftsAfterDays: 30,
    });
  });

  it('takes whom people call as it is written, on one line', () => {
    expect(readConfig({ CONTACT: ' Maja Holm, 55 88 00 00 ' }).contact).toBe('Maja Holm, 55 88 00 00');
    for (const CONTACT of ['', '  ']) expect(readConfig({ CONTACT }).contact).toBeNull();
    expect(() => readConfig({ CONTACT: 'Maja\nHolm' })).toThrow(SettingRefused);
  });

  it('takes an empty setting as none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['with a database of one’s own it is off', { DATABASE_URL: 'postgres://db/enig' }, false],
    ['unless it is asked for', { DATABASE_URL: 'postgres://db/enig', DEMO: '1' }, true],
    ['it can be switched off', { DEMO: '0' }, false],
  ])('demo: %s', (_case, from, demo) => {
    expect(readConfig(from).demo).toBe(demo);
  });

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['SERVICES', 'api,coffee'],
    ['DEMO', 'yes'],
    ['ERASE_DRAFTS_AFTER_DAYS', '-1'],
    ['DATABASE_URL', 'mysql://db/enig'],
  ])('refuses %s=%s and names the setting', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(SettingRefused);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});
