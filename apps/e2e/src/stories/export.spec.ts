import { spawnSync } from 'node:child_process';
import { prepareAgreement } from '../acts/preparing';
import { signIn, type Program } from '../program';
import { stage } from '../stage';

/* What was decided can be recomputed by anybody with the exported bytes and a program that every computer has. */

const on = stage();
let secretariat: Program;
let hash: string;

interface Manifest {
  readonly format: string;
  readonly parts: readonly { readonly texts: readonly { readonly title: string; readonly sha256: string }[] }[];
  readonly annexes: readonly { readonly fileName: string; readonly sha256: string }[];
}

beforeAll(async () => {
  secretariat = await signIn(on.server.url, 'sekretariat');
  const areas = [
    { title: 'Æblegrød på tværs', coordinators: ['municipality:0265'] },
    { title: 'Åbne døre', coordinators: ['region:1085'] },
  ];
  const { agreement } = await prepareAgreement(secretariat, { title: 'Aftale til eftersyn', areas });
  await addAnnex(agreement);
  const { freezeForDecision } = await secretariat.ask<{ freezeForDecision: { version: { hash: string } } }>(
    'mutation Freeze($input: AgreementInput!) { freezeForDecision(input: $input) { version { hash } } }',
    { input: { agreement } },
  );
  hash = freezeForDecision.version.hash;
});

async function addAnnex(agreement: string): Promise<void> {
  const stored = await fetch(`${on.server.url}/files?name=takster.txt`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie: secretariat.cookie },
    body: 'Takster for 2027: æ, ø og å\n',
  });
  const { sha256 } = (await stored.json()) as { sha256: string };
  const input = { agreement, title: 'Takster', fileName: 'takster.txt', sha256 };
  const { addAnnex: payload } = await secretariat.ask<{ addAnnex: { refused: unknown } }>(
    'mutation Annex($input: AddAnnexInput!) { addAnnex(input: $input) { refused { message } } }',
    { input },
  );
  expect(payload.refused).toBeNull();
}

async function bytesOf(path: string): Promise<Buffer> {
  const response = await fetch(`${on.server.url}${path}`, { headers: { cookie: secretariat.cookie } });
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
}

/** What the program `sha256sum` says of the bytes. */
function sha256sum(bytes: Buffer): string {
  const { stdout, status } = spawnSync('sha256sum', { input: bytes });
  expect(status).toBe(0);
  return stdout.toString().split(' ')[0] ?? '';
}

async function manifest(): Promise<Manifest> {
  return JSON.parse((await bytesOf(`/versions/${hash}/manifest.json`)).toString()) as Manifest;
}

describe('a frozen version', () => {
  it('has the hash that sha256sum gives its list', async () => {
    expect(sha256sum(await bytesOf(`/versions/${hash}/manifest.json`))).toBe(hash);
  });

  it('lists each text by the hash that sha256sum gives its bytes', async () => {
    const texts = (await manifest()).parts.flatMap((part) => part.texts);
    expect(texts.map(({ title }) => title)).toEqual(['Æblegrød på tværs', 'Åbne døre']);
    for (const { sha256 } of texts) expect(sha256sum(await bytesOf(`/text-versions/${sha256}.json`))).toBe(sha256);
  });

  it('lists each annex by the hash that sha256sum gives the file', async () => {
    const { annexes } = await manifest();
    expect(annexes.map(({ fileName }) => fileName)).toEqual(['takster.txt']);
    for (const { sha256 } of annexes) expect(sha256sum(await bytesOf(`/files/${sha256}`))).toBe(sha256);
  });

  it('is not given to somebody who is not signed in', async () => {
    const response = await fetch(`${on.server.url}/versions/${hash}/manifest.json`);
    expect(response.status).toBe(401);
  });
});
