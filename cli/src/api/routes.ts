/**
 * Where each procedure of the control plane's contract lives. The contract itself is only a type here: loading its schemas
 * would double the time to start. A test holds this table against the contract.
 */
export const ROUTES = {
  auth: {
    signOut: 'DELETE /auth/session',
    me: 'GET /me',
    startDevice: 'POST /auth/devices',
    pollDevice: 'POST /auth/devices/token',
  },
  plans: { list: 'GET /plans' },
  tenants: {
    list: 'GET /tenants',
    get: 'GET /tenants/{id}',
    create: 'POST /tenants',
    preview: 'POST /tenants/preview',
    access: 'POST /tenants/{id}/access',
    suspend: 'PUT /tenants/{id}/suspension',
    resume: 'DELETE /tenants/{id}/suspension',
    restart: 'POST /tenants/{id}/restart',
    remove: 'DELETE /tenants/{id}',
    logs: 'GET /tenants/{id}/logs',
  },
  operations: {
    list: 'GET /operations',
    get: 'GET /operations/{id}',
    cancel: 'PUT /operations/{id}/cancellation',
    retry: 'POST /operations/{id}/retry',
  },
  instances: {
    list: 'GET /tenants/{tenantId}/instances',
    create: 'POST /tenants/{tenantId}/instances',
    link: 'PUT /tenants/{tenantId}/instances/{id}/link',
    restart: 'POST /tenants/{tenantId}/instances/{id}/restart',
    logout: 'DELETE /tenants/{tenantId}/instances/{id}/link',
    createConnectLink: 'POST /tenants/{tenantId}/connect-links',
    listConnectLinks: 'GET /tenants/{tenantId}/connect-links',
    revokeConnectLink: 'DELETE /tenants/{tenantId}/connect-links/{id}',
  },
} as const;
