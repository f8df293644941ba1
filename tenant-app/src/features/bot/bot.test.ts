import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';
import { renderBotMessage } from './bot.service.ts';

const server = await testServer();
const asAdmin = server.as(await server.anAdmin());
const SETTINGS = {
  enabled: true,
  botName: 'Joãozinho 🥖',
  style: 'formal',
  messages: {
    greeting: 'Olá! Aqui é {{botName}}, da {{ companyName }}. <b>R$ 5 & troco</b>',
    fallback: 'Não sei.',
    waiting: 'Um momento.',
    return24h: 'Voltei.',
  },
};

it('starts in Portuguese and shows the texts of each style in the reader’s language', async () => {
  const { body } = await asAdmin.get('/bot').set('accept-language', 'en-US,en;q=0.9');
  expect(body).toMatchObject({
    enabled: true,
    style: 'casual',
    botName: 'Assistente',
    messages: { waiting: expect.stringMatching(/^Recebi/) },
  });
  expect(Object.keys(body.defaults)).toEqual(['formal', 'casual', 'technical']);
  expect(body.defaults.casual.waiting).toMatch(/^Got your message/);
  expect(await renderBotMessage(server.ctx, 'greeting')).toBe('Oi! 👋 Aqui é Assistente, da Padaria São João. Como posso te ajudar hoje?');
});

it('keeps what was edited and fills names in, unescaped', async () => {
  expect((await asAdmin.put('/bot').send(SETTINGS)).body).toEqual(SETTINGS);
  expect((await asAdmin.get('/bot')).body).toMatchObject(SETTINGS);
  expect(await renderBotMessage(server.ctx, 'greeting')).toBe('Olá! Aqui é Joãozinho 🥖, da Padaria São João. <b>R$ 5 & troco</b>');
});

it.each([
  '{{',
  '{{}}',
  '{{#if a}}x{{/if}}',
  '{{log "x"}}',
  '{{senha}}',
  '{{> parte}}',
  '{{constructor}}',
  '{{botName.length}}',
  '{{lookup . "x"}}',
])('refuses the placeholder %s', async (placeholder) => {
  const response = await asAdmin.put('/bot').send({ ...SETTINGS, messages: { ...SETTINGS.messages, waiting: `Oi ${placeholder}` } });
  expect(response.body).toMatchObject({ status: 400, code: 'INVALID_INPUT', errors: [{ path: 'messages.waiting' }] });
});

it('doesn’t read a placeholder in a name', async () => {
  await asAdmin.put('/bot').send({ ...SETTINGS, botName: '{{companyName}}' });
  expect(await renderBotMessage(server.ctx, 'greeting')).toContain('Aqui é {{companyName}}, da');
});

it('is edited by administrators, with valid input', async () => {
  expect(
    (
      await server
        .as(await server.anAgent())
        .put('/bot')
        .send(SETTINGS)
    ).status,
  ).toBe(403);
  const wrong = await asAdmin
    .put('/bot')
    .send({ ...SETTINGS, style: 'rude', messages: { ...SETTINGS.messages, greeting: '', waiting: 'x'.repeat(1001) } });
  expect(wrong.body.errors.map((issue: { path: string }) => issue.path)).toEqual(['style', 'messages.greeting', 'messages.waiting']);
});

it('has the same texts in every language', async () => {
  const shapes = await Promise.all(
    ['pt-BR', 'en', 'es'].map(async (locale) => {
      const file = new URL(`../../../../templates/messages/${locale}/bot.json`, import.meta.url);
      const { styles } = JSON.parse(await readFile(file, 'utf8')) as { styles: Record<string, Record<string, string>> };
      return Object.entries(styles).map(([style, texts]) => [
        style,
        Object.keys(texts),
        Object.values(texts).map((text) => text.match(/{{\w+}}/g)?.sort() ?? []),
      ]);
    }),
  );
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[2]).toEqual(shapes[0]);
});
