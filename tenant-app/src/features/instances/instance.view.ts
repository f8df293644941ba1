import type { Instance } from './instance.contract.ts';
import type { InstanceDoc } from './instance.model.ts';

const STATUS: Record<Instance['state'], Instance['status']> = {
  stopped: 'DESCONECTADO',
  starting: 'CONECTANDO',
  awaiting_link: 'AGUARDANDO_QR',
  syncing: 'CONECTANDO',
  ready: 'CONECTADO',
  degraded: 'CONECTANDO',
  backoff: 'CONECTANDO',
  logged_out: 'DESCONECTADO',
  blocked: 'ERRO',
  failed: 'ERRO',
};

/** What a screen sees of an instance; an offer that has expired is not shown. */
export function instanceView(doc: InstanceDoc, now: Date): Instance {
  const state = doc.state as Instance['state'];
  const isOffered = state === 'awaiting_link' && doc.link?.payload && doc.link.expiresAt && doc.link.expiresAt > now;
  return {
    id: doc._id,
    name: doc.name,
    engine: doc.engine,
    isDefault: doc.isDefault,
    state,
    status: STATUS[state],
    since: doc.since.toISOString(),
    phone: doc.phone ?? null,
    profileName: doc.profileName ?? null,
    syncPercent: state === 'syncing' ? (doc.syncPercent ?? 0) : null,
    reason: doc.reason ?? null,
    nextAttemptAt: doc.nextAttemptAt?.toISOString() ?? null,
    link:
      isOffered && doc.link
        ? { method: doc.link.method as 'qr' | 'code', payload: doc.link.payload ?? '', expiresAt: doc.link.expiresAt?.toISOString() ?? '' }
        : null,
    lastInboundAt: doc.lastInboundAt?.toISOString() ?? null,
    createdAt: doc.createdAt.toISOString(),
  };
}
