import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@chat-saas/contract';
import { notFound, problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import type { Upload } from '../../contract.ts';
import { limitsOf } from '../plan/plan.service.ts';
import { type UploadDoc, UploadModel } from './upload.model.ts';
import { incomingFolder, removeFile, sha256Of, sniff, uploadPath } from './upload-files.ts';
import { cleanFilename, kindOf, mimeOf, voiceMime } from './upload-kind.ts';

const GB = 1024 ** 3;

interface Incoming {
  /** A file in `incomingFolder`; it is moved, or removed when it is refused. */
  path: string;
  filename: string | null;
  /** A recording made in the composer. */
  isVoice: boolean;
  by: string | null;
  usedBy: string | null;
}

/** Takes a file in. @throws STORAGE_FULL, VOICE_UNREADABLE, EMPTY_FILE */
export async function storeUpload(ctx: AppContext, incoming: Incoming): Promise<Upload> {
  try {
    const { size } = await stat(incoming.path);
    if (size === 0) throw problem('EMPTY_FILE', { status: 400, detail: 'The file is empty.' });
    await refuseWhenFull(ctx, size);
    const filename = cleanFilename(incoming.filename);
    const sniffed = mimeOf(await sniff(incoming.path), filename);
    const mime = incoming.isVoice ? voiceMime(sniffed) : sniffed;
    if (!mime) throw problem('VOICE_UNREADABLE', { status: 400, detail: 'This is not a voice recording that can be sent.' });
    const _id = newId();
    const sha256 = await sha256Of(incoming.path);
    await rename(incoming.path, uploadPath(ctx, _id)); // a file without its row is swept; a row never lacks its file
    const doc = await UploadModel.create({
      _id,
      mime,
      bytes: size,
      filename,
      kind: incoming.isVoice ? 'voice' : kindOf(mime),
      sha256,
      by: incoming.by,
      usedBy: incoming.usedBy,
      createdAt: ctx.now(),
    });
    return uploadView(doc);
  } finally {
    await removeFile(incoming.path);
  }
}

/** Keeps what came in with a message from WhatsApp. The same message twice answers with the same file. @throws STORAGE_FULL */
export async function storeMedia(
  ctx: AppContext,
  media: { data: Uint8Array; mime: string; filename: string | null; messageId: string },
): Promise<Upload> {
  const known = await UploadModel.findOne({ usedBy: media.messageId }).lean();
  if (known) return uploadView(known);
  const path = join(await incomingFolder(ctx), randomUUID());
  await writeFile(path, media.data, { mode: 0o600 });
  return storeUpload(ctx, { path, filename: media.filename, isVoice: false, by: null, usedBy: media.messageId });
}

/** Makes the file part of a message. Null: unknown, swept, or part of another one. May run twice for the same message. */
export async function useUpload(_ctx: AppContext, id: string, reference: string): Promise<Upload | null> {
  const filter = { _id: id, usedBy: { $in: [null, reference] } };
  const doc = await UploadModel.findOneAndUpdate(filter, { $set: { usedBy: reference } }, { returnDocument: 'after' }).lean();
  return doc && uploadView(doc);
}

/** @throws NOT_FOUND */
export async function readUpload(ctx: AppContext, id: string): Promise<Uint8Array> {
  await findUpload(id);
  return readFile(uploadPath(ctx, id));
}

/** @throws NOT_FOUND */
export async function findUpload(id: string): Promise<UploadDoc> {
  const doc = await UploadModel.findById(id).lean();
  if (!doc) throw notFound();
  return doc;
}

/** Removes row and file; may run twice. */
export async function dropUpload(ctx: AppContext, id: string): Promise<void> {
  await UploadModel.deleteOne({ _id: id });
  await removeFile(uploadPath(ctx, id));
}

export async function countStorageBytes(): Promise<number> {
  const [sum] = await UploadModel.aggregate<{ bytes: number }>([{ $group: { _id: null, bytes: { $sum: '$bytes' } } }]);
  return sum?.bytes ?? 0;
}

/** Ids of uploads that nobody used, made before then. */
export const findUnused = async (before: Date): Promise<string[]> =>
  (
    await UploadModel.find({ usedBy: null, createdAt: { $lt: before } }, { _id: 1 })
      .limit(1000)
      .lean()
  ).map((doc) => doc._id);

/** Which of these ids have a row. */
export const knownIds = async (ids: string[]): Promise<Set<string>> =>
  new Set((await UploadModel.find({ _id: { $in: ids } }, { _id: 1 }).lean()).map((doc) => doc._id));

async function refuseWhenFull(ctx: AppContext, more: number): Promise<void> {
  const { storageGB } = await limitsOf(ctx);
  if (storageGB === null || (await countStorageBytes()) + more <= storageGB * GB) return;
  throw problem('STORAGE_FULL', { status: 409, detail: 'The storage of the plan is full.', params: { storageGB } });
}

const uploadView = ({ _id, mime, bytes, filename, kind }: UploadDoc): Upload => ({ id: _id, mime, bytes, filename, kind });
