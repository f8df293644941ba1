import { expect, it } from '@jest/globals';
import { newId, newTenantId, TENANT_ID_LENGTH } from './id.ts';

it('ids are unique and sort by time, then by the order in which they were made', () => {
  const now = Date.now();
  const ids = [...Array.from({ length: 5000 }, () => newId(now)), ...Array.from({ length: 5000 }, () => newId(now + 1))];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => /^[0-9a-hjkmnp-tv-z]{20}$/.test(id))).toBe(true);
});

it('a tenant’s id begins with a letter and is safe in host names', () => {
  for (let i = 0; i < 200; i++) expect(newTenantId()).toMatch(new RegExp(`^[a-z][0-9a-z]{${TENANT_ID_LENGTH - 1}}$`));
});
