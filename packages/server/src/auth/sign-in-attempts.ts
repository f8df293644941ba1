import { newId } from '@chat-saas/contract';
import mongoose from 'mongoose';
import { networkOf } from '../network.ts';
import { problem } from '../problem.ts';

const ALLOWED = 5;
const WINDOW_MS = 15 * 60_000;

const schema = new mongoose.Schema(
  {
    _id: { type: String, default: () => newId() },
    email: { type: String, required: true },
    /** The caller's network: see `networkOf`. */
    ip: { type: String, required: true },
    succeeded: { type: Boolean, required: true },
    userAgent: { type: String, default: '' },
    at: { type: Date, required: true, expires: 30 * 86_400 },
  },
  { versionKey: false },
);
schema.index({ email: 1, ip: 1, at: -1 });
const AttemptModel = mongoose.model('SignInAttempt', schema, 'sign_in_attempts');

/** After 5 wrong attempts in 15 minutes from one address for one e-mail. @throws SIGN_IN_LOCKED */
export async function refuseWhenLocked(email: string, ip: string): Promise<void> {
  const failures = await recentFailures(email, ip);
  if (failures.length < ALLOWED) return;
  const oldest = failures.at(-1)?.at.getTime() ?? Date.now();
  throw problem('SIGN_IN_LOCKED', { params: { retryAfterSeconds: Math.max(1, Math.ceil((oldest + WINDOW_MS - Date.now()) / 1000)) } });
}

/** Answers with how many attempts are left. */
export async function recordAttempt(attempt: { email: string; ip: string; succeeded: boolean; userAgent: string }): Promise<number> {
  await AttemptModel.create({ ...attempt, ip: networkOf(attempt.ip), at: new Date() });
  return attempt.succeeded ? ALLOWED : Math.max(0, ALLOWED - (await recentFailures(attempt.email, attempt.ip)).length);
}

/** Wrong attempts since the last good one, latest first. */
async function recentFailures(email: string, ip: string) {
  const recent = await AttemptModel.find({ email, ip: networkOf(ip), at: { $gt: new Date(Date.now() - WINDOW_MS) } })
    .sort({ at: -1 })
    .limit(ALLOWED)
    .lean();
  const lastGood = recent.findIndex((attempt) => attempt.succeeded);
  return lastGood === -1 ? recent : recent.slice(0, lastGood);
}
