export const HOME = '/admin';
export const TENANTS = '/admin/tenants';
export const OPERATIONS = '/admin/operations';
export const PROFILE = '/admin/profile';
export const SIGN_IN = '/admin/login';
export const FORGOT = '/admin/forgot-password';
/** The tenants with the dialog that makes one. */
export const NEW_TENANT = `${TENANTS}?new=1`;

export const TENANT_TABS = ['summary', 'operations', 'numbers', 'logs'] as const;
export type TenantTab = (typeof TENANT_TABS)[number];

export const tenantPath = (id: string, tab: TenantTab = 'summary') =>
  tab === 'summary' ? `${TENANTS}/${id}` : `${TENANTS}/${id}?tab=${tab}`;
export const operationPath = (id: string) => `${OPERATIONS}/${id}`;

/** The sign-in page, which leads back to where the person was. */
export const signInPath = (from: string) => (from === '/' || from === HOME ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(from)}`);

/** Where to go after signing in: a page of the panel only, never another site. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/admin(?:[/?]|$)/.test(next) && !next.startsWith(SIGN_IN) ? next : HOME;
}
