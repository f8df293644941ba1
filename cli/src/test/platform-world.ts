import { createHash, randomUUID } from 'node:crypto';
import { newId, newTenantId } from '@chat-saas/contract';
import type { Operation, Tenant } from '@chat-saas/control-plane/contract';
import { problem } from '@chat-saas/server/problem';
import type { ConnectLink, Instance } from '../api/types.ts';

export const TOKEN = 'test-token-0123456789abcdef';
const STEPS = ['make_secrets', 'start_redis', 'start_app', 'probe'];

/** What the control plane of a test knows, in memory. `outcome` is how operations end; each look takes one step. */
export class PlatformWorld {
  readonly tenants = new Map<string, Tenant>();
  readonly operations = new Map<string, Operation>();
  readonly instances = new Map<string, Instance[]>();
  readonly links = new Map<string, ConnectLink[]>();
  readonly keys = new Map<string, { body: string; tenantId: string; operationId: string }>();
  readonly tokens = new Set([TOKEN]);
  /** Every idempotency key that came with a changing call. */
  readonly seenKeys: string[] = [];
  readonly requests: string[] = [];
  outcome: 'succeeded' | 'failed' | 'rolled_back' | 'cancelled' | 'never' = 'succeeded';
  device: 'pending' | 'approved' | 'denied' | 'expired' = 'approved';
  log = ['first line', 'second line'];

  aTenant(over: Partial<Tenant> = {}): Tenant {
    const slug = over.slug ?? `loja-${randomUUID().slice(0, 6)}`;
    const tenant: Tenant = {
      id: newTenantId(),
      slug,
      name: 'Loja Exemplo',
      plan: 'starter',
      status: 'ready',
      reason: null,
      appUrl: `http://${slug}.localhost:3001`,
      adminEmail: 'owner@example.com',
      version: '0.1.0',
      instances: { total: 1, ready: 1, attention: 0 },
      messagesToday: 3,
      memoryBytes: 104_857_600,
      observedAt: new Date().toISOString(),
      currentOperationId: null,
      createdAt: new Date().toISOString(),
      ...over,
    };
    this.tenants.set(tenant.id, tenant);
    this.instances.set(tenant.id, [this.#anInstance('Recepção', true)]);
    return tenant;
  }

  anOperation(tenant: Tenant, kind: Operation['kind'], over: Partial<Operation> = {}): Operation {
    const step = (name: string) => ({
      name,
      status: 'pending' as const,
      startedAt: null,
      durationMs: null,
      attempts: 0,
      detail: null,
      error: null,
    });
    const operation: Operation = {
      id: newId(),
      kind,
      tenantId: tenant.id,
      tenantName: tenant.name,
      status: 'queued',
      steps: STEPS.map(step),
      error: null,
      requestedBy: 'owner@example.com',
      createdAt: new Date().toISOString(),
      startedAt: null,
      finishedAt: null,
      ...over,
    };
    this.operations.set(operation.id, operation);
    return operation;
  }

  /** By id, slug, or a beginning of either that fits one. */
  find(ref: string): Tenant {
    const all = [...this.tenants.values()];
    const exact = all.find(({ id, slug }) => id === ref || slug === ref);
    if (exact) return exact;
    const [found, ...others] = all.filter(({ id, slug }) => id.startsWith(ref) || slug.startsWith(ref));
    if (!found) throw problem('NOT_FOUND');
    if (others.length > 0) throw problem('AMBIGUOUS');
    return found;
  }

  /** One step further; the last one settles the tenant. */
  advance(operation: Operation): Operation {
    if (['succeeded', 'failed', 'rolled_back', 'cancelled'].includes(operation.status)) return operation;
    const now = new Date().toISOString();
    operation.status = 'running';
    operation.startedAt ??= now;
    const next = operation.steps.find(({ status }) => status === 'pending');
    if (this.outcome === 'never') return operation;
    const isBad = this.outcome !== 'succeeded' && next?.name === 'start_app';
    if (next)
      Object.assign(next, {
        status: isBad ? 'failed' : 'succeeded',
        startedAt: now,
        durationMs: 120,
        attempts: 1,
        error: isBad ? 'the app did not start' : null,
      });
    if (isBad) return Object.assign(operation, { status: this.outcome, finishedAt: now, error: 'the app did not start' });
    if (operation.steps.every(({ status }) => status === 'succeeded')) this.#settle(operation, now);
    return operation;
  }

  #settle(operation: Operation, now: string): void {
    Object.assign(operation, { status: 'succeeded', finishedAt: now });
    const tenant = this.tenants.get(operation.tenantId);
    if (operation.kind === 'delete') this.tenants.delete(operation.tenantId);
    else if (tenant) tenant.status = operation.kind === 'suspend' ? 'suspended' : 'ready';
  }

  hashOf(kind: string, subject: string): string {
    const state = [...this.tenants.values()].map(({ id, status }) => `${id}${status}`).join();
    return createHash('sha256').update(`${kind}${subject}${state}`).digest('hex').slice(0, 32);
  }

  #anInstance(name: string, isDefault: boolean): Instance {
    const now = new Date().toISOString();
    return {
      id: newId(),
      name,
      engine: 'simulator',
      isDefault,
      state: 'ready',
      status: 'CONECTADO',
      since: now,
      phone: '5581997124408',
      profileName: 'Loja',
      syncPercent: null,
      reason: null,
      nextAttemptAt: null,
      link: null,
      lastInboundAt: null,
      createdAt: now,
    };
  }

  addInstance(tenantId: string, name: string): Instance {
    const instance: Instance = {
      ...this.#anInstance(name, false),
      state: 'stopped',
      status: 'DESCONECTADO',
      phone: null,
      profileName: null,
    };
    this.instances.set(tenantId, [...(this.instances.get(tenantId) ?? []), instance]);
    return instance;
  }
}
