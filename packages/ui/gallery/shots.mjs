/** node packages/ui/gallery/shots.mjs [folder] [name…]: photographs the gallery at four sizes in both schemes; tells what scrolls sideways or is too small to touch. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const [folder = 'shots', ...wanted] = parseArgs({ allowPositionals: true }).positionals;
const sizes = { desk: [1440, 900], tablet: [768, 1024], phone: [375, 667], small: [320, 640] };
const click = (name) => (page) => page.getByRole('button', { name }).click();

/** name: [path, act?] */
const shots = {
  tenants: ['/'],
  tenant: ['/tenants/doceaurora.prosa.app'],
  parts: ['/parts'],
  states: ['/states', (page) => page.waitForTimeout(3200)],
  rail: ['/inbox'],
  'rail-menu': ['/inbox', (page) => page.getByRole('button', { name: /Conta de|Mais/ }).click()],
  'panel-menu': ['/', (page) => page.getByRole('button', { name: /Conta de|Abrir o menu/ }).click()],
  palette: ['/', (page) => page.keyboard.press('Control+k')],
  keys: ['/', (page) => page.keyboard.press('?')],
  confirm: ['/parts', click('Delete')],
  toasts: [
    '/parts',
    async (page) => {
      for (const name of ['Done', 'Problem', 'Undo']) await page.getByRole('button', { name, exact: true }).click();
    },
  ],
  'sign-in': [
    '/sign-in',
    async (page) => {
      await page.getByLabel('E-mail').fill('marina.queiroz@doceaurora.com.br');
      await page.getByLabel('Senha', { exact: true }).fill('nao-e-a-senha');
      await page.getByRole('button', { name: 'Entrar' }).click();
      await page.waitForTimeout(600);
    },
  ],
  forgot: [
    '/forgot',
    async (page) => {
      await page.getByLabel('E-mail').fill('marina.queiroz@doceaurora.com.br');
      await page.getByRole('button').last().click();
    },
  ],
  reset: [
    '/reset',
    async (page) => {
      await page.getByLabel('Nova senha').fill('curta');
      await page.getByRole('button').last().click();
    },
  ],
};

const config = {
  root: import.meta.dirname,
  configFile: `${import.meta.dirname}/vite.config.ts`,
  logLevel: 'warn',
  build: { outDir: mkdtempSync(`${tmpdir()}/gallery-`) },
};
await build(config);
const server = await preview({ ...config, preview: { port: 5190, host: '127.0.0.1' } });
const browser = await chromium.launch({
  executablePath: '/usr/lib/chromium/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync(folder, { recursive: true });

for (const [name, [path, act]] of Object.entries(shots)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const [size, [width, height]] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark']) {
      const touch = width < 768;
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
        locale: 'pt-BR',
        hasTouch: touch,
        isMobile: touch,
        reducedMotion: 'reduce',
      });
      page.on('pageerror', (error) => process.stderr.write(`${name} ${size}: ${error.message}\n`));
      page.on(
        'console',
        (message) => ['error', 'warning'].includes(message.type()) && process.stderr.write(`${name} ${size}: ${message.text()}\n`),
      );
      await page.goto(`http://127.0.0.1:5190${path}`, { waitUntil: 'networkidle' });
      await act?.(page);
      await page.waitForTimeout(350);
      await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png` });
      const found = await page.evaluate(audit, touch);
      if (found.length > 0) process.stdout.write(`${name} ${size} ${colorScheme}: ${found.join('; ')}\n`);
      await page.close();
    }
}
await browser.close();
await server.close();

/** Runs in the page. */
function audit(touch) {
  const found = [];
  const main = document.querySelector('main');
  if (document.documentElement.scrollWidth > innerWidth) found.push(`page is ${document.documentElement.scrollWidth} wide`);
  if (main && main.scrollWidth > main.clientWidth + 1) found.push(`main is ${main.scrollWidth} wide`);
  const targets = touch ? [...document.querySelectorAll('button, a[href], input, select, [role="tab"]')] : [];
  for (const element of targets) {
    const { width, height } = element.getBoundingClientRect();
    const label = element.closest('label');
    if (
      width > 1 &&
      height > 1 &&
      height < (['INPUT', 'SELECT'].includes(element.tagName) ? 41.5 : 43.5) &&
      getComputedStyle(element).opacity !== '0' &&
      !label &&
      !element.closest('.skip')
    )
      found.push(
        `${element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 30)}" is ${Math.round(height)} px high`,
      );
  }
  return found;
}
