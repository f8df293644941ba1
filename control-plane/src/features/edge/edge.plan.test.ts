import { describe, expect, it } from '@jest/globals';
import { findWay, hostnameOf, type Knock } from './edge.plan.ts';
import { type Route, RouteTable } from './route-table.ts';

const A: Route = { tenantId: 'aaaaaaaaaaaa', slug: 'padaria', name: 'Padaria', door: 'open' };
const B: Route = { tenantId: 'bbbbbbbbbbbb', slug: 'loja', name: 'Loja', door: 'suspended' };
const C: Route = { tenantId: 'cccccccccccc', slug: 'gone', name: 'Gone', door: 'closed' };
const routes = new RouteTable();
for (const route of [A, B, C]) routes.set(route);
const map = {
  baseDomain: 'localhost',
  isPanelHost: (host: string) => ['localhost', '127.0.0.1', '::1'].includes(host),
  byId: routes.byId,
  bySlug: routes.bySlug,
};
const way = (knock: Partial<Knock>) => findWay({ host: 'localhost:3001', url: '/', tenantHeader: undefined, ...knock }, map);
const notIdentified = { to: 'refusal', why: 'tenant_not_identified' };

describe('a tenant’s host', () => {
  it('leads to that tenant, in any spelling', () => {
    for (const host of ['padaria.localhost:3001', 'PADARIA.localhost', 'padaria.localhost.:3001'])
      expect(way({ host, url: '/inbox?x=1' })).toEqual({ to: 'tenant', route: A, fromPanel: false });
    expect(way({ host: 'loja.localhost', tenantHeader: A.tenantId })).toEqual({ to: 'tenant', route: B, fromPanel: false });
  });
  it('never leads to the platform’s procedures', () => {
    for (const url of [
      '/api/v1/platform/status',
      '/api/v1//platform/status',
      '/api/v1/%70latform/status',
      '/API/../api/v1/platform',
      '/api/v1/x/%2e%2e/platform',
      '/api/v1/x\\..\\platform',
    ])
      expect([url, way({ host: 'padaria.localhost', url }).to]).toEqual([url, 'refusal']);
  });
  it('refuses the literal path of another tenant', () => {
    expect(way({ host: 'padaria.localhost', url: `/api/whatsapp/${B.tenantId}/qr` })).toEqual(notIdentified);
    expect(way({ host: 'padaria.localhost', url: `/api/whatsapp/${A.tenantId}/qr` })).toMatchObject({ to: 'tenant', route: A });
  });
});

describe('an unknown host', () => {
  it.each(['nobody.localhost', 'gone.localhost', 'evil.com', 'x.padaria.localhost', 'padaria.localhost.evil.com', 'a b', ''])(
    '%s',
    (host) => {
      expect(way({ host })).toEqual({ to: 'refusal', why: 'unknown_host' });
      expect(way({ host, url: '/api/v1/me' })).toEqual(notIdentified);
    },
  );
});

describe('the panel’s host', () => {
  it('keeps its own pages and API', () => {
    for (const url of ['/', '/tenants/abc', '/api/v1/tenants', '/api/saas/create-tenant', '/assets/x.js'])
      expect(way({ url })).toEqual({ to: 'panel' });
    expect(way({ url: '/api/v1/tenants', tenantHeader: A.tenantId })).toEqual({ to: 'panel' });
  });
  it('leads the sources’ literal paths by the id in them', () => {
    expect(way({ url: `/api/whatsapp/${A.tenantId}/status` })).toEqual({ to: 'tenant', route: A, fromPanel: true });
    expect(way({ url: '/api/whatsapp/zzz/status' })).toEqual(notIdentified);
    expect(way({ url: `/api/whatsapp/${A.tenantId}/status`, tenantHeader: B.tenantId })).toEqual(notIdentified);
  });
  it('takes other API paths to the tenant of the header', () => {
    expect(way({ url: '/api/me', tenantHeader: 'padaria' })).toEqual({ to: 'tenant', route: A, fromPanel: true });
    for (const tenantHeader of [undefined, 'nobody', C.tenantId]) expect(way({ url: '/api/me', tenantHeader })).toEqual(notIdentified);
  });
  it('knows connect links by the id that their token begins with', () => {
    const token = `${A.tenantId}0123456789abcdefghjkmnpqrs`;
    for (const url of [`/client/${token}`, `/c/${token}?x`]) expect(way({ url })).toEqual({ to: 'connect', route: A, token });
    expect(way({ url: '/client/nobody' })).toEqual({ to: 'connect', route: null, token: 'nobody' });
    expect(way({ url: `/client/${C.tenantId}x` })).toMatchObject({ route: null });
  });
});

it('reads hosts as browsers write them', () => {
  expect(hostnameOf('[::1]:3001')).toBe('::1');
  expect(hostnameOf('a.b:80')).toBe('a.b');
  expect(hostnameOf('a/b')).toBe(null);
  expect(hostnameOf(undefined)).toBe(null);
});
