import { TENANT_ID_LENGTH } from '@chat-saas/contract';
import type { Route } from './route-table.ts';

export interface Knock {
  host: string | undefined;
  /** Path and query as they came. */
  url: string;
  /** `x-tenant-id`, an id or a slug. */
  tenantHeader: string | undefined;
}

export interface EdgeMap {
  baseDomain: string;
  isPanelHost(hostname: string): boolean;
  byId(id: string): Route | null;
  bySlug(slug: string): Route | null;
}

export type Way =
  | { to: 'panel' }
  /** `fromPanel`: the host name isn't the tenant's own, so cookies of that host stay out. */
  | { to: 'tenant'; route: Route; fromPanel: boolean }
  /** A link on the panel's host; its token begins with the tenant's id. */
  | { to: 'connect'; route: Route | null; token: string }
  | { to: 'refusal'; why: 'unknown_host' | 'tenant_not_identified' | 'not_public' };

const PANEL_API = /^\/api\/(?:v1|saas)(?:\/|$)/;
const LITERAL = /^\/api\/whatsapp\/([^/?]+)/;
const LINK = /^\/(?:client|c)\/([^/?]+)/;
/** Only the control plane asks these, over the stack's own socket. */
const PLATFORM_ONLY = /^\/api\/v1\/platform(?:\/|$)/i;

/** Where a request goes. Nothing but its host name (or, for the sources’ literal paths, the tenant named in it) decides. */
export function findWay(knock: Knock, map: EdgeMap): Way {
  const path = pathOf(knock.url);
  const hostname = hostnameOf(knock.host);
  if (hostname !== null && map.isPanelHost(hostname)) return onPanel(path, knock.tenantHeader, map);
  const label = hostname?.endsWith(`.${map.baseDomain}`) ? hostname.slice(0, -map.baseDomain.length - 1) : null;
  const route = label ? map.bySlug(label) : null;
  if (!route || route.door === 'closed') return { to: 'refusal', why: isApi(path) ? 'tenant_not_identified' : 'unknown_host' };
  if (PLATFORM_ONLY.test(path)) return { to: 'refusal', why: 'not_public' };
  const named = LITERAL.exec(path)?.[1];
  if (named !== undefined && named !== route.tenantId && named !== route.slug) return { to: 'refusal', why: 'tenant_not_identified' };
  return { to: 'tenant', route, fromPanel: false };
}

function onPanel(path: string, header: string | undefined, map: EdgeMap): Way {
  const token = LINK.exec(path)?.[1];
  if (token !== undefined) return { to: 'connect', route: openRoute(map.byId(token.slice(0, TENANT_ID_LENGTH))), token };
  if (!isApi(path) || PANEL_API.test(path)) return { to: 'panel' };
  const inPath = LITERAL.exec(path)?.[1];
  const byPath = inPath === undefined ? null : openRoute(map.byId(inPath) ?? map.bySlug(inPath));
  const byHeader = header === undefined ? null : openRoute(map.byId(header) ?? map.bySlug(header));
  const isUnknown = (inPath !== undefined && !byPath) || (header !== undefined && !byHeader);
  const route = byPath ?? byHeader;
  if (isUnknown || !route || (byPath && byHeader && byPath !== byHeader)) return { to: 'refusal', why: 'tenant_not_identified' };
  return { to: 'tenant', route, fromPanel: true };
}

const openRoute = (route: Route | null) => (route && route.door !== 'closed' ? route : null);
const isApi = (path: string) => /^\/api(?:\/|$)/.test(path);

/** Lower case, without port and trailing dot; null where the header isn't a host name. */
export function hostnameOf(host: string | undefined): string | null {
  if (!host || host.length > 260) return null;
  const bracketed = /^\[([0-9a-f:.]+)\](?::\d+)?$/i.exec(host)?.[1];
  if (bracketed) return bracketed.toLowerCase();
  return /^([a-z0-9.-]+?)\.?(?::\d+)?$/i.exec(host)?.[1]?.toLowerCase() ?? null;
}

/** The path as the stack's router will read it: dots, backslashes, escapes and doubled slashes can't hide a prefix. */
function pathOf(url: string): string {
  const path = withoutDots(url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '/');
  try {
    return decodeURIComponent(path).replace(/\/{2,}/g, '/');
  } catch {
    return path; // a broken escape: the server behind answers 400
  }
}

/** As URLs are read: `%2e%2e` is `..` and `\` is `/`, while `%2f` is a part of a name. @see WHATWG URL 4.4 */
function withoutDots(path: string): string {
  const straight = `/${path.replaceAll('\\', '/')}`.replace(/\/{2,}/g, '/');
  return URL.canParse(straight, 'http://edge') ? new URL(straight, 'http://edge').pathname : straight;
}
