import { expect, it } from '@jest/globals';
import { cleanSlug, hostSuffix, proposeSlug } from './address.ts';

it.each([
  ['Padaria São João', 'padaria-sao-joao'],
  ['  Açaí & Cia. Ltda!! ', 'acai-cia-ltda'],
  ['Clínica Odontológica Sorriso & Bem-Estar', 'clinica-odontologica-sorriso-bem'],
  ['🍕🍕', ''],
  ['A'.repeat(10_000), 'a'.repeat(32)],
])('%s → %s', (name, slug) => expect(proposeSlug(name)).toBe(slug));

it('lets a person go on typing after a hyphen', () => {
  expect(cleanSlug('Pão-')).toBe('pao-');
  expect(cleanSlug('--pao  de')).toBe('pao-de');
});

it('learns the hosts’ ending from a tenant, else from the panel', () => {
  expect(hostSuffix({ slug: 'loja', appUrl: 'https://loja.prosa.app' }, 'painel.prosa.app')).toBe('.prosa.app');
  expect(hostSuffix({ slug: 'loja', appUrl: 'https://chat.loja.com.br' }, 'localhost:3001')).toBe('.localhost:3001');
  expect(hostSuffix(undefined, 'localhost:3001')).toBe('.localhost:3001');
});
