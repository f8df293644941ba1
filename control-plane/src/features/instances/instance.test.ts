import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testControlPlane } from '../../test/test-server.ts';
import type { Tenant } from '../tenants/tenant.contract.ts';

const server = await testControlPlane();
const { api } = server;
let tenant: Tenant;
beforeAll(async () => {
  tenant = await server.aTenant();
});
afterAll(() => server.discard());
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { problem: unknown }) => error.problem,
  );

it('lists and adds numbers of a tenant, by id or slug', async () => {
  expect((await api.instances.list({ tenantId: tenant.slug })).items).toMatchObject([{ name: 'WhatsApp', engine: 'simulator' }]);
  expect(await api.instances.create({ tenantId: tenant.id, name: 'Vendas' })).toMatchObject({ name: 'Vendas', engine: 'simulator' });
});

it('makes, lists and ends links of the default number', async () => {
  const { url, link } = await api.instances.createConnectLink({ tenantId: tenant.id });
  expect(url).toMatch(new RegExp(`/client/${tenant.id}`));
  expect((await api.instances.listConnectLinks({ tenantId: tenant.id })).items.map(({ id }) => id)).toContain(link.id);
  expect(await api.instances.revokeConnectLink({ tenantId: tenant.id, id: link.id })).toMatchObject({ revokedAt: expect.any(String) });
  expect((await api.instances.createConnectLink({ tenantId: tenant.id, purpose: 'phone' })).url).toContain(
    `http://${tenant.slug}.localhost`,
  );
});

it('passes refusals through and says when the stack does not answer', async () => {
  expect(await problemOf(api.instances.list({ tenantId: 'nobody' }))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  const other = await server.aTenant();
  await server.ended((await api.tenants.suspend({ id: other.id })).operation.id);
  expect(await problemOf(api.instances.list({ tenantId: other.id }))).toMatchObject({ status: 503, code: 'STACK_UNREACHABLE' });
});

it('shows the stack’s logs', async () => {
  expect(await api.tenants.logs({ id: tenant.slug, part: 'redis', tail: 5 })).toEqual({ lines: [`${tenant.id} redis 5`], nextCursor: '1' });
});
