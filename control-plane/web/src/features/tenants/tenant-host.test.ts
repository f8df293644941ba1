import { expect, it } from '@jest/globals';
import { tenantHost } from './tenant-host.ts';

it('looks like the siblings’ addresses', () => {
  const sibling = { slug: 'doce-aurora', appUrl: 'https://doce-aurora.prosa.app' };
  expect(tenantHost('novo', sibling, 'painel.prosa.app')).toBe('novo.prosa.app');
});

it.each([
  [undefined],
  [{ slug: 'doce-aurora', appUrl: 'https://atende.doceaurora.com.br' }],
])('without a sibling that shows how, it is below the panel’s host', (sibling) => {
  expect(tenantHost('novo', sibling, 'localhost:3001')).toBe('novo.localhost:3001');
});
