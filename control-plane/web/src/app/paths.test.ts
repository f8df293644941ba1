import { expect, it } from '@jest/globals';
import { nextPath, signInPath, tenantPath } from './paths.ts';

it.each([
  ['?next=%2Fadmin%2Ftenants%3Fstatus%3Dready', '/admin/tenants?status=ready'],
  ['?next=%2Fadmin', '/admin'],
  ['', '/admin'],
  ['?next=https%3A%2F%2Fevil.example', '/admin'],
  ['?next=%2F%2Fevil.example', '/admin'],
  ['?next=%2F%5Cevil.example', '/admin'],
  ['?next=%2Fadministrator', '/admin'],
  ['?next=%2Fadmin%2Flogin%3Fnext%3Dx', '/admin'],
])('after signing in with %s comes %s', (search, path) => expect(nextPath(search)).toBe(path));

it('leads back to where the person was', () => {
  const from = '/admin/device?code=ABCD-EFGH';
  expect(nextPath(signInPath(from).slice('/admin/login'.length))).toBe(from);
  expect(signInPath('/admin')).toBe('/admin/login');
});

it('names the tab only where it is not the first', () => {
  expect([tenantPath('t1'), tenantPath('t1', 'logs')]).toEqual(['/admin/tenants/t1', '/admin/tenants/t1?tab=logs']);
});
