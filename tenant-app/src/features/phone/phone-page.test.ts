import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { testServer } from '../../test/test-server.ts';
import { until } from '../../test/until.ts';

const CHROMIUM = [process.env.CHROMIUM, '/usr/lib/chromium/chromium-headless-shell', '/usr/lib/chromium/chromium'].find(
  (path) => path && existsSync(path),
);
const server = await testServer();
let browser: Browser;
const errors: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ ...(CHROMIUM ? { executablePath: CHROMIUM } : {}), args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

async function openPage(path: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'pt-BR', viewport: { width: 1280, height: 860 } });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${server.url}${path}`);
  return page;
}

it('links by a click, writes, is answered, and sends a photo and a sound', async () => {
  const { body } = await server.as('platform').post('/instances').send({ name: 'Loja', engine: 'simulator' });
  const linkFor = async (purpose: string) =>
    (await server.as('platform').post(`/instances/${body.id}/connect-links`).send({ purpose })).body.token as string;
  const connect = await openPage(`/c/${await linkFor('connect')}`);
  await connect.locator('svg.qr').waitFor();
  const phone = await openPage(`/phone/${await linkFor('phone')}`);

  await phone.getByRole('button', { name: 'Escanear o QR' }).click();
  await connect.getByText('WhatsApp conectado').waitFor();
  await phone.getByRole('button', { name: /Mariana Costa/ }).click();
  await phone.getByLabel('Mensagem').fill('Oi, vocês abrem hoje?');
  await phone.getByLabel('Mensagem').press('Enter');
  await phone.locator('.thread .theirs').first().waitFor();
  expect(await phone.locator('.thread .theirs').first().innerText()).toContain('Padaria São João');
  expect(await phone.locator('.thread .mine').count()).toBe(1);

  await phone.getByRole('button', { name: 'Anexar' }).click();
  await phone.getByRole('button', { name: 'Foto: bolo' }).click();
  await phone.locator('.thread .mine img').waitFor();
  await phone.getByRole('button', { name: 'Gravar áudio' }).click();
  await phone.locator('.thread .mine audio').waitFor();

  const stored = await until(async () => {
    const { items } = (await server.as('platform').get('/conversations').query({ q: 'Mariana', filter: 'all' })).body;
    if (!items[0]) return null;
    const { body: thread } = await server.as('platform').get(`/conversations/${items[0].id}/messages`);
    const kinds = (thread.items as { kind: string }[]).map(({ kind }) => kind);
    return ['text', 'image', 'voice'].every((kind) => kinds.includes(kind)) ? { id: items[0].id as string } : null;
  });

  const agent = await server.anAgent();
  await server.as(agent).put(`/conversations/${stored.id}/assignment`).send({});
  await server.as(agent).post(`/conversations/${stored.id}/messages`).send({ text: 'Abrimos até as 19 h.', clientRef: 'resposta-1' });
  await phone.getByText('Abrimos até as 19 h.').waitFor();
  await phone.keyboard.press('Escape');
  await phone.getByRole('button', { name: 'Desconectar' }).click();
  await phone.getByRole('button', { name: 'Ligar o número' }).waitFor();
  expect(errors).toEqual([]);
});
