import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import express from 'express';
import { pages } from './pages';

const BUILT = ['index.html', 'favicon.svg', 'assets/index-Ab12.js', 'fonts/IBMPlexSans-Regular.woff2'];

let built: string;
let server: Server;
let url: string;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'enig-pages-'));
  for (const file of BUILT) {
    mkdirSync(dirname(join(built, file)), { recursive: true });
    writeFileSync(join(built, file), file);
  }
  server = createServer(express().use(...pages(built)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(built, { recursive: true });
});

describe('the built web app', () => {
  it('has its mark where browsers look for one by themselves', async () => {
    const response = await fetch(`${url}/favicon.ico`, { headers: { accept: 'image/avif,image/webp,*/*' } });
    expect([response.status, response.url]).toEqual([200, `${url}/favicon.svg`]);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
  });

  it.each([
    ['/assets/index-Ab12.js', 'public, max-age=31536000, immutable'],
    ['/fonts/IBMPlexSans-Regular.woff2', 'public, max-age=2592000'],
    ['/favicon.svg', 'public, max-age=0'],
    ['/aftaler', 'no-cache'],
  ])('%s is kept for as long as it stays the same: %s', async (path, keeping) => {
    const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, keeping]);
  });
});
