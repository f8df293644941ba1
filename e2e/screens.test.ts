import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type BrowserContext, chromium } from 'playwright-core';
import { type ControlPlaneProcess, runControlPlane } from './harness/control-plane-process.ts';
import { fillShop, type Shop } from './harness/shop.ts';

/** Where pictures go when a person wants to look: `SHOTS=folder npm test -- e2e/screens`. */
const SHOTS = process.env.SHOTS;
const HEIGHTS: Record<number, number> = { 1440: 900, 768: 1024, 375: 667, 320: 640 };
const ALL = [1440, 768, 375, 320].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));
/** All of them when somebody looks; in every run the ones that differ most. */
const VIEWS = SHOTS ? ALL : ALL.filter(({ width, scheme }) => (width === 768 ? scheme === 'dark' : scheme === 'light' && width !== 375));

let house: ControlPlaneProcess;
let shop: Shop;
let tenantId: string;
let operationId: string;

beforeAll(async () => {
  house = await runControlPlane();
  shop = await fillShop(house);
  const { items } = await house.api.tenants.list({});
  tenantId = items[0]?.id ?? '';
  operationId = (await house.api.operations.list({})).items[0]?.id ?? '';
}, 120_000);
afterAll(() => house.discard(), 60_000);

it('fits every size in both schemes and complains about nothing', async () => {
  if (SHOTS) mkdirSync(SHOTS, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/lib/chromium/chromium-headless-shell',
    args: ['--no-sandbox'],
  });
  const tenantPages = [
    '/login',
    '/inbox',
    `/inbox/${shop.conversationId}`,
    '/contacts',
    '/bot',
    '/connect',
    '/team',
    '/plan',
    '/profile',
    '/settings',
    '/nowhere',
  ];
  const panelPages = [
    '/admin/login',
    '/admin',
    '/admin/tenants',
    '/admin/tenants?new=1',
    `/admin/tenants/${tenantId}`,
    `/admin/tenants/${tenantId}?tab=numbers`,
    `/admin/tenants/${tenantId}?tab=logs`,
    '/admin/operations',
    `/admin/operations/${operationId}`,
    '/admin/device',
    '/admin/profile',
  ];
  const loose = [
    new URL(house.row('connect link')?.value ?? '').pathname.replace('/client/', '/c/'),
    new URL(house.row('phone')?.value ?? '').pathname,
  ];
  const complaints: string[] = [];
  for (const { width, scheme: colorScheme } of VIEWS) {
    const viewport = { width, height: HEIGHTS[width] ?? 900 };
    const context = await browser.newContext({ locale: 'pt-BR', colorScheme, viewport, reducedMotion: 'reduce' });
    const look = (origin: string, paths: string[], name: string) =>
      visit(context, origin, paths, `${name}-${width}-${colorScheme}`, complaints);
    await look(shop.origin, ['/login'], 'tenant');
    await look(shop.origin, loose, 'public');
    await signIn(context, shop.origin, shop.email, shop.password);
    await look(shop.origin, tenantPages.slice(1), 'tenant');
    await look(house.origin, ['/admin/login'], 'panel');
    await signIn(context, house.origin, house.row('owner')?.value ?? '', shop.ownerPassword);
    await look(house.origin, panelPages.slice(1), 'panel');
    await context.close();
  }
  await browser.close();
  expect(complaints).toEqual([]);
}, 300_000);

async function signIn(context: BrowserContext, origin: string, email: string, password: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/health`);
  const body = JSON.stringify({ email, password });
  const status = await page.evaluate<number>(
    `fetch('/api/v1/auth/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then((answer) => answer.status)`,
  );
  expect(status).toBe(200);
  await page.close();
}

/** Opens every path, and notes what scrolls sideways, breaks, or logs an error. */
async function visit(context: BrowserContext, origin: string, paths: string[], name: string, complaints: string[]): Promise<void> {
  const page = await context.newPage();
  let path = '';
  page.on('pageerror', (error) => complaints.push(`${name} ${path}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/401|404/.test(message.text())) complaints.push(`${name} ${path}: ${message.text()}`);
  });
  for (path of paths) {
    await page.goto(`${origin}${path}`);
    await page.locator('main:visible').first().waitFor({ timeout: 15_000 });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(SHOTS ? 900 : 150);
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (over > 0) complaints.push(`${name} ${path}: ${over} px too wide`);
    if (SHOTS)
      await page.screenshot({
        path: join(
          SHOTS,
          `${name}-${
            path
              .replace(/^\//, '')
              .replace(/\/(c|phone)\/.*/, '$1')
              .replace(/[0-9a-z]{12,}/g, 'id')
              .replace(/[^\w-]+/g, '_') || 'home'
          }.png`,
        ),
      });
  }
  await page.close();
}
