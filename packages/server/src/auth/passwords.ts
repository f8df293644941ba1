import { newSecret } from '@chat-saas/contract';
import { hash, verify } from '@node-rs/argon2';

// Argon2id is the library's default algorithm. @see OWASP Password Storage: 19 MiB, 2 iterations, 1 lane
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password.normalize('NFKC'), COST);

let nobody: Promise<string> | undefined;

/** Null hash (nobody with this e-mail) takes as long as a wrong password and is false. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  nobody ??= hashPassword(newSecret());
  const matches = await verify(hashed ?? (await nobody), password.normalize('NFKC'));
  return matches && hashed !== null;
}

/** Easy to read out and type: four groups of four. 80 bits. */
export const oneTimePassword = () => (newSecret(16).match(/.{4}/g) ?? []).join('-');
