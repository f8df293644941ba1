import { createHash } from 'node:crypto';
import { newSecret } from '@chat-saas/contract';
import mongoose from 'mongoose';

const LIFE_MS = { cookie: 30 * 86_400_000, bearer: 365 * 86_400_000 };
const SEEN_EVERY_MS = 60_000;

const schema = new mongoose.Schema(
  {
    /** SHA-256 of the token: whoever reads the database can't sign in with it. */
    _id: { type: String, required: true },
    userId: { type: String, required: true, index: true },
    kind: { type: String, enum: ['cookie', 'bearer'], required: true },
    name: { type: String, default: '' },
    ip: { type: String, default: '' },
    userAgent: { type: String, default: '' },
    createdAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, expires: 0 },
  },
  { versionKey: false },
);
const SessionModel = mongoose.model('Session', schema, 'sessions');

export interface Session {
  id: string;
  userId: string;
  kind: 'cookie' | 'bearer';
}

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Answers with the opaque token; only its hash is kept. */
export async function startSession(
  userId: string,
  about: { kind: 'cookie' | 'bearer'; ip: string; userAgent: string; name?: string },
): Promise<string> {
  const token = newSecret(32);
  await rememberSession(token, userId, about);
  return token;
}

/** Like `startSession` with a token that exists already; may run twice. */
export async function rememberSession(
  token: string,
  userId: string,
  about: { kind: 'cookie' | 'bearer'; ip: string; userAgent: string; name?: string },
): Promise<void> {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + LIFE_MS[about.kind]);
  await SessionModel.updateOne(
    { _id: hashToken(token) },
    { $setOnInsert: { userId, ...about, createdAt: now, lastSeenAt: now, expiresAt } },
    { upsert: true },
  );
}

/** Null when unknown, ended or expired. Slides the expiry of a session in use. */
export async function findSession(token: string): Promise<Session | null> {
  if (token.length < 20 || token.length > 100) return null;
  const now = new Date();
  const found = await SessionModel.findOne({ _id: hashToken(token), expiresAt: { $gt: now } }).lean();
  if (!found) return null;
  if (now.getTime() - found.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await SessionModel.updateOne({ _id: found._id }, { lastSeenAt: now, expiresAt: new Date(now.getTime() + LIFE_MS[found.kind]) });
  return { id: found._id, userId: found.userId, kind: found.kind };
}

export async function endSession(sessionId: string): Promise<void> {
  await SessionModel.deleteOne({ _id: sessionId });
}

/** Ends every session of a person, except one. */
export async function endSessionsOf(userId: string, exceptSessionId?: string): Promise<void> {
  await SessionModel.deleteMany({ userId, ...(exceptSessionId ? { _id: { $ne: exceptSessionId } } : {}) });
}
