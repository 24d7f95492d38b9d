import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AS_DEPLOYED } from './server-process';

describe('a server under measurement', () => {
  it('is started as the image starts it', () => {
    const dockerfile = readFileSync(join(__dirname, '../../../docker/Dockerfile'), 'utf8');
    const command = /^CMD (?<list>\[.*\])$/m.exec(dockerfile)?.groups?.['list'] ?? '[]';
    expect(JSON.parse(command)).toEqual(['node', ...AS_DEPLOYED, 'dist/apps/api/main.js']);
  });
});
