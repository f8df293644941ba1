import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkFileLength, countLines } from './file-length.mjs';
import { checkLocales } from './locales.mjs';
import { checkLockfile } from './lockfile.mjs';
import { anyParameter, contractEndpoints } from './places.mjs';
import { checkRequirements, readRows } from './requirements.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('file length', () => {
  it('fails over 300 lines and remarks over 150, data and generated files aside', () => {
    plant('cli/src/long.ts', 'x\n'.repeat(301));
    plant('cli/src/longish.ts', 'x\n'.repeat(300));
    plant('cli/src/short.ts', 'x\n'.repeat(150));
    plant('cli/src/generated/api.ts', 'x\n'.repeat(900));
    plant('cli/dist/bundle.js', 'x\n'.repeat(900));
    expect(checkFileLength(folder)).toEqual({
      problems: ['cli/src/long.ts: 301 lines, at most 300'],
      remarks: ['1 over 150 lines, look twice: cli/src/longish.ts (300)'],
    });
  });

  it('counts lines as editors do', () => {
    expect([countLines(''), countLines('a'), countLines('a\nb\n')]).toEqual([0, 1, 2]);
  });
});

describe('locales', () => {
  function languages(texts) {
    for (const [language, text] of Object.entries(texts)) plant(`packages/ui/src/locales/${language}.json`, text);
  }

  it('agree', () => {
    languages({
      'pt-BR': { a: { b: 'Olá {{name}}' }, n_one: '1', n_many: 'm', n_other: 'o' },
      en: { a: { b: 'Hi {{name}}' }, n_one: '1', n_other: 'o' },
      es: { a: { b: 'Hola {{ name }}' }, n_one: '1', n_many: 'm', n_other: 'o' },
    });
    expect(checkLocales(folder).problems).toEqual([]);
  });

  it('must have the same keys, placeholders and no empty text', () => {
    languages({
      'pt-BR': { a: 'Olá {{name}}', b: 'x', c: 'x' },
      en: { a: 'Hi {{nam}}', b: 'x', c: '' },
      es: { a: 'Hola {{name}}', c: 'x' },
    });
    expect(checkLocales(folder).problems).toEqual([
      'packages/ui/src/locales/en.json: a has {{nam}}, packages/ui/src/locales/pt-BR.json has {{name}}',
      'packages/ui/src/locales/es.json lacks b',
      'packages/ui/src/locales/en.json: c is empty',
    ]);
  });

  it('must be three', () => {
    languages({ 'pt-BR': {}, en: {} });
    expect(checkLocales(folder).problems).toEqual(['packages/ui/src/locales/es.json is missing']);
  });

  it('of message templates agree too', () => {
    for (const language of ['pt-BR', 'en', 'es'])
      plant(`templates/messages/${language}/hello.json`, language === 'es' ? {} : { subject: 'x' });
    expect(checkLocales(folder).problems).toEqual(['templates/messages/es/hello.json lacks subject']);
  });
});

describe('the lockfile', () => {
  const lock = (packages) => plant('package-lock.json', { packages });

  it('matches every package.json', () => {
    plant('package.json', { devDependencies: { jest: '30.5.2' } });
    plant('cli/package.json', { dependencies: { zod: '4.6.7' } });
    lock({ '': { devDependencies: { jest: '30.5.2' } }, cli: { dependencies: { zod: '4.6.7' } } });
    expect(checkLockfile(folder).problems).toEqual([]);
    plant('cli/package.json', { dependencies: { zod: '4.6.8' } });
    expect(checkLockfile(folder).problems).toEqual([
      "package-lock.json doesn't match cli/package.json: run npm install --package-lock-only",
    ]);
  });

  it('has no holes', () => {
    plant('package.json', {});
    const biome = { version: '1.0.0', optionalDependencies: { '@b/linux': '1.0.0', '@b/mac': '1.0.0' } };
    lock({ '': {}, 'node_modules/biome': biome, 'node_modules/@b/linux': { optional: true } });
    expect(checkLockfile(folder).problems).toEqual([
      'package-lock.json lacks @b/mac, which node_modules/biome 1.0.0 may need: npm ci refuses it',
    ]);
    lock({ '': {}, 'node_modules/biome': { ...biome, optional: true } });
    expect(checkLockfile(folder).problems).toEqual([]);
  });
});

describe('requirements', () => {
  beforeEach(() => {
    plant('package.json', { scripts: { start: 'x', check: 'x' } });
    plant('tenant-app/src/features/x/x.contract.ts', "c.route({\n  method: 'PUT',\n  path: '/conversations/{id}/closure',\n})");
    plant('tenant-app/src/app/server.ts', "app.get('/health', f); app.post(['/api/whatsapp/:tenantId/send'], f);");
    plant('tenant-app/web/src/app/router.tsx', '<Route path="settings/brand" />');
    plant('cli/src/commands/tenant/tenant.commands.ts', "changing('create <x>', 'make one')");
    plant('cli/src/a.test.ts', "describe('a', () => { it('works', f); it.skip('sleeps', f); it('doesn\\'t', f); });");
  });
  const check = (row) => {
    plant('docs/requirements.md', `# Rows\n\n| line | where | test |\n|---|---|---|\n${row}\n`);
    return checkRequirements(folder).problems;
  };

  it.each([
    '`PUT /conversations/{id}/closure`',
    '`PUT /api/v1/conversations/:id/closure`',
    '`GET /health`, `POST /api/whatsapp/{tenantId}/send`',
    '`/settings/brand`',
    '`npm start` and `npm run check`',
    '`npx chat-cli tenant create --name X`',
  ])('know %s', (where) => {
    expect(check(`| R-001 | ${where} | \`cli/src/a.test.ts › a › works\` |`)).toEqual([]);
  });

  it.each([
    '`GET /conversations/{id}/closure`',
    '`/nowhere`',
    '`npm run nothing`',
    '`chat-cli tenant burn`',
    '`npx chat-cli nothing`',
    'nothing in code',
  ])('refuse %s', (where) => {
    expect(check(`| R-001 | ${where} | \`cli/src/a.test.ts › works\` |`)).toHaveLength(1);
  });

  it.each([
    '`cli/src/b.test.ts › works`',
    '`cli/src/a.test.ts › breaks`',
    '`cli/src/a.test.ts`',
    '`cli/src/a.test.ts › sleeps`',
    '`cli/src/a.ts › works`',
    'none',
  ])('refuse the test %s', (test) => {
    expect(check(`| R-001 | \`npm start\` | ${test} |`)).toHaveLength(1);
  });

  it('find a title with an apostrophe', () => {
    expect(check("| R-001 | `npm start` | `cli/src/a.test.ts › doesn't` |")).toEqual([]);
  });

  it('refuse a page without rows, and a row twice', () => {
    expect(check('nothing')).toEqual(['no row of the form | R-nnn | where | test |']);
    expect(check('| R-001 | `npm start` | `cli/src/a.test.ts › works` |\n| R-001 | `npm start` | `cli/src/a.test.ts › works` |')).toEqual([
      'line 6, R-001: is on line 5 already',
    ]);
  });

  it('keep escaped bars inside a cell', () => {
    expect(readRows('| R-001 | `a \\| b` | `c` |')[0]).toMatchObject({ id: 'R-001', where: ['a \\| b'], tests: ['c'] });
  });
});

it('reads routes of contracts', () => {
  expect(contractEndpoints("x.route({ path: '/a/{b}', method: 'GET' }) y.route({ path: '/c' })")).toEqual(['GET /a/{}', 'POST /c']);
  expect([anyParameter('/api/v1/a/:b'), anyParameter('/a/*rest'), anyParameter('/')]).toEqual(['/a/{}', '/a/{}', '/']);
});
