import { join } from 'node:path';
import type { AppContext } from '../../app/context.ts';
import { dropUpload, findUnused, knownIds } from './upload.service.ts';
import { incomingFolder, oldFiles, removeFile, uploadsFolder } from './upload-files.ts';

const DAY_MS = 86_400_000;

/** Removes what nobody used for a day, and files that a crash left without a row. */
export async function sweepUploads(ctx: AppContext): Promise<void> {
  const before = new Date(ctx.now().getTime() - DAY_MS);
  for (const id of await findUnused(before)) await dropUpload(ctx, id);
  const folder = uploadsFolder(ctx);
  const files = await oldFiles(folder, before);
  for (let at = 0; at < files.length; at += 500) {
    const some = files.slice(at, at + 500);
    const known = await knownIds(some);
    for (const name of some) if (!known.has(name)) await removeFile(join(folder, name));
  }
  const incoming = await incomingFolder(ctx);
  for (const name of await oldFiles(incoming, before)) await removeFile(join(incoming, name));
}
