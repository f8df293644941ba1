import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from '@chat-saas/contract';
import { findSession, rememberSession } from '@chat-saas/server/auth/sessions';

/** A bearer token of the owner for programs on this machine, in `<data>/owner-token`; written only where there is no valid one. */
export async function ensureOwnerToken(dataDir: string, ownerId: string): Promise<string> {
  const file = join(dataDir, 'owner-token');
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    const session = await findSession(readFileSync(file, 'utf8').trim());
    if (session?.kind === 'bearer' && session.userId === ownerId) return file;
  }
  const token = newSecret(40);
  await rememberSession(token, ownerId, { kind: 'bearer', name: 'This machine', ip: '', userAgent: '' });
  writeFileSync(`${file}.new`, `${token}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return file;
}
