import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Reads the master key, or makes it when the file isn't there. @throws Error in one sentence when the file holds no key */
export function readMasterKey(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error(`${file} holds no master key: it must be 32 bytes in base64. Put the right file back.`);
  chmodSync(file, 0o600);
  return key;
}
