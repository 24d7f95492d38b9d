import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const ROOT = join(__dirname, '../../..');
const BUILT = join(ROOT, 'dist/libs/ui/gallery');
const KINDS: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A page of the gallery and what the browser complained of on it. */
export type OpenPage = { readonly page: Page; readonly complaints: readonly string[] };

/** The gallery, built and served on loopback, and a browser to look at it with. */
export class Gallery {
  private constructor(
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly address: string,
  ) {}

  static async start(): Promise<Gallery> {
    await build();
    const server = createServer((request, response) => {
      void serve(request.url ?? '/').then((file) => {
        response.writeHead(file ? 200 : 204, { 'content-type': file?.kind ?? 'text/plain' });
        response.end(file?.bytes);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const installed = INSTALLED.find((path) => existsSync(path));
    const executablePath = process.env['CHROMIUM_PATH'] ?? installed ?? chromium.executablePath();
    const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...QUIET] });
    return new Gallery(browser, server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async open(name: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${this.address}/?page=${name}`);
    await page.waitForSelector('h1');
    return { page, complaints };
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}

async function build(): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const config = join(ROOT, 'libs/ui/gallery/vite.config.ts');
  await promisify(execFile)(process.execPath, [vite, 'build', '-c', config, '--logLevel', 'error'], { cwd: ROOT });
}

async function serve(url: string): Promise<{ kind: string; bytes: Buffer } | null> {
  const path = new URL(url, 'http://gallery').pathname;
  const file = join(BUILT, normalize(path === '/' ? '/index.html' : path));
  try {
    return { kind: KINDS[extname(file)] ?? 'application/octet-stream', bytes: await readFile(file) };
  } catch {
    return null; // browsers ask for an icon there is not
  }
}
