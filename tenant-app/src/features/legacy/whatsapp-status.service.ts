import { problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import type { Instance } from '../instances/instance.contract.ts';
import { findDefaultInstance, getInstance } from '../instances/instance.service.ts';

/** The default number in the sources' words; without any number the tenant is simply not connected. */
export async function showStatus(ctx: AppContext) {
  const instance = await defaultInstance(ctx);
  return {
    tenantId: ctx.config.TENANT_ID,
    instanceId: instance?.id ?? null,
    status: instance?.status ?? 'DESCONECTADO',
    connected: instance?.status === 'CONECTADO',
    state: instance?.state ?? 'stopped',
    phone: instance?.phone ?? null,
    since: instance?.since ?? null,
  };
}

/** The QR of the default number: its text and a picture of it. @throws QR_NOT_AVAILABLE with the state */
export async function showQr(ctx: AppContext) {
  const instance = await defaultInstance(ctx);
  if (instance?.link?.method !== 'qr') {
    const status = instance?.status ?? 'DESCONECTADO';
    throw problem('QR_NOT_AVAILABLE', { status: 409, detail: `There is no QR code now: the number is ${status}.`, params: { status } });
  }
  const { payload, expiresAt } = instance.link;
  const { toDataURL } = await import('qrcode');
  return {
    tenantId: ctx.config.TENANT_ID,
    instanceId: instance.id,
    qr: payload,
    image: await toDataURL(payload, { margin: 2 }),
    expiresAt,
  };
}

async function defaultInstance(ctx: AppContext): Promise<Instance | null> {
  const doc = await findDefaultInstance();
  return doc && getInstance(ctx, doc._id);
}
