import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser } from './harness/browser.ts';
import { type ControlPlaneProcess, runControlPlane } from './harness/control-plane-process.ts';
import { until } from './harness/until.ts';

let house: ControlPlaneProcess;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  [house, browser] = await Promise.all([runControlPlane(), openBrowser()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await house.discard();
}, 60_000);

const password = (note = '') => /[0-9a-z]{4}(?:-[0-9a-z]{4}){3}/.exec(note)?.[0] ?? '';
const value = (label: string) => house.row(label)?.value ?? '';

it('from the table of the first start to a customer who is answered by bot and person', async () => {
  // The shop's administrator signs in with the one-time password and chooses their own.
  const admin = house.row('admin');
  const { page: team, errors: teamErrors } = await browser.visit(value('app'));
  await team.getByLabel('E-mail').fill(admin?.value ?? '');
  await team.getByLabel('Senha', { exact: true }).fill(password(admin?.note));
  await team.getByRole('button', { name: 'Entrar' }).click();
  await team.getByRole('heading', { name: 'Escolha a sua senha' }).waitFor();
  const fields = team.locator('input[type=password]');
  await fields.nth(0).fill(password(admin?.note));
  for (let i = 1; i < (await fields.count()); i++) await fields.nth(i).fill('uma senha só minha');
  await team.getByRole('button', { name: 'Salvar e continuar' }).click();
  await team.getByText('Aqui chegam as conversas do seu WhatsApp').waitFor();

  // The link on the panel's address leads to the connect page; the phone scans what it shows.
  const { page: connect, errors: connectErrors } = await browser.visit(value('connect link'));
  await connect.locator('svg.qr').waitFor();
  const { page: phone, errors: phoneErrors } = await browser.visit(value('phone'), { width: 390, height: 844 });
  await phone.getByRole('button', { name: 'Escanear o QR' }).click();
  await connect.getByText('WhatsApp conectado').waitFor();

  // A customer writes: greeted on the phone, seen by the team without reloading.
  await phone.getByRole('button', { name: /Mariana Costa/ }).click();
  const write = async (text: string) => {
    await phone.getByLabel('Mensagem').fill(text);
    await phone.getByLabel('Mensagem').press('Enter');
  };
  const answers = phone.locator('.thread .theirs');
  await write('Oi! Vocês fazem bolo de rolo?');
  await until('the greeting', async () => (await answers.count()) === 1);
  await team.getByRole('link', { name: /Mariana Costa/ }).click();

  // Assumed and answered by a person; the bot keeps silent.
  await team.getByRole('button', { name: 'Assumir' }).first().click();
  await team.getByRole('textbox', { name: 'Mensagem' }).fill('Fazemos sim, Mariana! 🍰');
  await team.getByRole('textbox', { name: 'Mensagem' }).press('Enter');
  await phone.getByText('Fazemos sim, Mariana! 🍰').waitFor();
  await write('Que bom, quero dois');
  await team.getByText('Que bom, quero dois').last().waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await answers.count()).toBe(2);

  // Given back: the bot speaks again.
  await team.getByRole('button', { name: 'Devolver à IA' }).first().click();
  await write('E a entrega, quanto custa?');
  await until('the bot', async () => (await answers.count()) === 3);

  expect([teamErrors, connectErrors, phoneErrors]).toEqual([[], [], []]);
}, 120_000);
