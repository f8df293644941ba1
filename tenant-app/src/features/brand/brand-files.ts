import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AppContext } from '../../app/context.ts';

const EXTENSION = { logo: 'png', favicon: 'png', custom: 'css' } as const;

/** Absolute path of the folder that `/brand` serves. */
export const brandFolder = (ctx: AppContext) => resolve(ctx.config.DATA_DIR, 'brand');

/** Writes a file that is named by its content, whole or not at all. May run twice. @returns its name */
export async function keepBrandFile(ctx: AppContext, kind: keyof typeof EXTENSION, data: Uint8Array): Promise<string> {
  const folder = brandFolder(ctx);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${kind}-${createHash('sha256').update(data).digest('hex').slice(0, 16)}.${EXTENSION[kind]}`;
  const incoming = join(folder, `.${randomUUID()}`);
  await writeFile(incoming, data, { mode: 0o600 });
  await rename(incoming, join(folder, name));
  return name;
}

/** May run twice. */
export async function removeBrandFile(ctx: AppContext, name: string): Promise<void> {
  await unlink(join(brandFolder(ctx), name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
