import type { Operation } from './features/operations/operation.contract.ts';
import type { Tenant } from './features/tenants/tenant.contract.ts';

/** Socket.IO, namespace `/`: the signed-in owner (session cookie or `auth: { token }`). */
export interface PlatformEvents {
  'tenant.changed': (tenant: Tenant) => void;
  'tenant.removed': (removed: { id: string }) => void;
  'operation.changed': (operation: Operation) => void;
  'session.ended': () => void;
}
