import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AppContext } from '../../app/context.ts';

const folders = (ctx: AppContext) => {
  const root = resolve(ctx.config.DATA_DIR, 'uploads');
  return { root, tmp: join(root, 'tmp') };
};

/** Absolute path of the folder with one file per upload, named by its id. */
export const uploadsFolder = (ctx: AppContext) => folders(ctx).root;
export const uploadPath = (ctx: AppContext, id: string) => join(folders(ctx).root, id);

/** Where files lie until they were looked at; made when missing. */
export async function incomingFolder(ctx: AppContext): Promise<string> {
  const { tmp } = folders(ctx);
  await mkdir(tmp, { recursive: true, mode: 0o700 });
  return tmp;
}

/** The type by signature, or null. */
export async function sniff(path: string): Promise<string | null> {
  const { fileTypeFromFile } = await import('file-type');
  return (await fileTypeFromFile(path))?.mime ?? null;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** May run twice. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Names of the files in a folder last written before then; none when the folder isn't there. */
export async function oldFiles(folder: string, before: Date): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const old: string[] = [];
  for (const entry of entries) {
    const facts = entry.isFile() ? await stat(join(folder, entry.name)).catch(() => null) : null; // gone meanwhile: nothing to do
    if (facts && facts.mtime < before) old.push(entry.name);
  }
  return old;
}
