import { newSecret } from '@chat-saas/contract';
import { hashToken, startSession } from '@chat-saas/server/auth/sessions';
import { notFound } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import { DeviceModel } from './device.model.ts';

const LIFE_MS = 10 * 60_000;
const INTERVAL_SECONDS = 2;
const CODE_LETTERS = 8;

/** Asks for a sign-in that a signed-in owner approves in the browser. @see RFC 8628 */
export async function startDevice(ctx: AppContext, name: string, ip: string) {
  const deviceCode = newSecret(40);
  const userCode = newSecret(CODE_LETTERS).toUpperCase();
  const expiresAt = new Date(ctx.now().getTime() + LIFE_MS);
  await DeviceModel.create({ _id: hashToken(deviceCode), userCode, name, ip, createdAt: ctx.now(), expiresAt });
  const shownCode = shown(userCode);
  const verificationUrl = `${ctx.config.PUBLIC_URL}/device?code=${shownCode}`;
  return { deviceCode, userCode: shownCode, verificationUrl, expiresAt: expiresAt.toISOString(), intervalSeconds: INTERVAL_SECONDS };
}

/** Hands the token out once, after approval. */
export async function pollDevice(ctx: AppContext, deviceCode: string, caller: { ip: string; userAgent: string }) {
  const _id = hashToken(deviceCode);
  const device = await DeviceModel.findById(_id).lean();
  if (!device || device.expiresAt <= ctx.now()) return { status: 'expired' as const, token: null };
  if (!device.decision) return { status: 'pending' as const, token: null };
  if (!device.decision.approved) return { status: 'denied' as const, token: null };
  const taken = await DeviceModel.findOneAndDelete({ _id });
  if (!taken) return { status: 'expired' as const, token: null }; // another poll of the same code was quicker
  const token = await startSession(device.decision.by, { kind: 'bearer', name: device.name, ip: caller.ip, userAgent: caller.userAgent });
  return { status: 'approved' as const, token };
}

/** Who asks. @throws NOT_FOUND also when it was decided or has expired */
export async function findDevice(ctx: AppContext, userCode: string) {
  const device = await DeviceModel.findOne({ userCode: plain(userCode), decision: null, expiresAt: { $gt: ctx.now() } }).lean();
  if (!device) throw notFound();
  return { userCode: shown(device.userCode), name: device.name, ip: device.ip, createdAt: device.createdAt.toISOString() };
}

/** @throws NOT_FOUND */
export async function decideDevice(ctx: AppContext, actor: Actor, { userCode, approve }: { userCode: string; approve: boolean }) {
  const decided = await DeviceModel.updateOne(
    { userCode: plain(userCode), decision: null, expiresAt: { $gt: ctx.now() } },
    { $set: { decision: { by: actor.id, approved: approve } } },
  );
  if (decided.modifiedCount !== 1) throw notFound();
  return { approved: approve };
}

/** Two groups of four are easier to compare. */
const shown = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;
const plain = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
