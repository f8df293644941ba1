import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const run = promisify(execFile);
const here = import.meta.dirname;
let folder: string;
let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  // Vite's bundler can't run inside jest's own module loader
  await run(
    process.execPath,
    [
      join(here, '../../../node_modules/vite/bin/vite.js'),
      'build',
      here,
      '--config',
      join(here, 'vite.config.ts'),
      '--outDir',
      folder,
      '--logLevel',
      'error',
    ],
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
  server = createServer((request, response) => {
    void serve(new URL(request.url!, 'http://localhost').pathname, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/lib/chromium/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

async function serve(path: string, response: ServerResponse): Promise<void> {
  const file = extname(path) in TYPES ? path : '/index.html';
  response.setHeader('content-type', TYPES[extname(file)] ?? 'text/html; charset=utf-8');
  response.end(await readFile(join(folder, file)));
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'pt-BR', reducedMotion: 'reduce', ...options })).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${origin}${path}`);
  await page.locator('main h1, main h2').first().waitFor();
  expect(errors).toEqual([]);
  return page;
}

const PATHS = ['/', '/tenants/doceaurora.prosa.app', '/parts', '/states', '/inbox', '/sign-in', '/forgot', '/reset'];

describe('at 320 px', () => {
  it.each(PATHS)('%s scrolls down only and can be touched', async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    const small = await page
      .locator('button:visible, a:visible:not(.skip), [role="tab"]:visible')
      .evaluateAll((all) =>
        all.filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.getAttribute('aria-label') ?? it.textContent),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });
});

describe('by keyboard', () => {
  it('Ctrl-K goes to a page, “?” lists the keys, a sequence runs, and typing is left alone', async () => {
    const page = await open('/');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Buscar' }).fill('parts');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/parts');

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Atalhos do teclado' }).getByText('Nesta página').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await page.keyboard.type('gt');
    await page.getByText('g t', { exact: true }).waitFor();

    await page.getByLabel('Nome').fill('');
    await page.getByLabel('Nome').pressSequentially('?gt');
    expect(await page.getByLabel('Nome').inputValue()).toBe('?gt');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('the first Tab offers to skip to the content', async () => {
    const page = await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ir para o conteúdo');
    await page.context().close();
  });

  it('a row of a table is reached and opened', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: /Barbearia do Zé/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Barbearia do Zé' }).waitFor();
    await page.context().close();
  });
});

describe('what could be lost', () => {
  it('is deleted only with its name typed; a refused action stays open and says why', async () => {
    const page = await open('/parts');
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Excluir' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('Padaria São João');
    await dialog.getByRole('button', { name: 'Excluir' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByRole('button', { name: 'Suspender' }).click();
    await dialog.getByText('Você não tem permissão').waitFor();
    expect(await page.locator('.mantine-Notification-root').count()).toBe(0);
    await page.context().close();
  });
});

describe('the person’s choices', () => {
  it('language and scheme stay after a reload, the scheme before anything is painted', async () => {
    const page = await open('/', { colorScheme: 'light' });
    await page.getByRole('button', { name: /Conta de/ }).click();
    await page.getByRole('menuitemradio', { name: 'Escuro' }).click();
    await page.getByRole('menuitemradio', { name: 'Español' }).click();
    await page.reload({ waitUntil: 'commit' });
    await page.waitForFunction(() => document.body !== null);
    expect(await page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'))).toBe('dark');
    await page.getByRole('button', { name: 'Cuenta de Henrique Sá Barreto' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    await page.context().close();
  });
});

describe('signing in', () => {
  it('checks the fields first and shows what the server refuses beside them', async () => {
    const page = await open('/sign-in');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByText('Preencha este campo.').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('email');
    await page.getByLabel('E-mail').fill('marina@doceaurora.com.br');
    await page.getByLabel('Senha', { exact: true }).fill('nao-e-a-senha');
    await page.keyboard.press('Enter');
    await page.getByText('E-mail ou senha não conferem.').waitFor();
    await page.context().close();
  });
});

it('the frame of a web takes at most 235 KB, compressed, of the 250 KB that a first page may', async () => {
  const page = await open('/sign-in');
  await page.waitForLoadState('networkidle');
  const names = await page.evaluate(() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))]);
  const sizes = await Promise.all(
    names.filter((name) => extname(name) in TYPES).map(async (name) => gzipSync(await readFile(join(folder, name))).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(235_000);
  await page.context().close();
});
