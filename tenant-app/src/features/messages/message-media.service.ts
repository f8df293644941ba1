import type { AppContext } from '../../app/context.ts';
import { findInstance } from '../instances/instance.service.ts';
import { storeMedia } from '../uploads/upload.service.ts';
import { MessageModel } from './message.model.ts';
import { messageView } from './message.view.ts';

const MAX_ATTEMPTS = 5;

/** Brings the bytes of a received medium into the tenant's storage. Never throws: the sweep tries again. */
export async function fetchMedia(ctx: AppContext, messageId: string): Promise<void> {
  try {
    const message = await MessageModel.findOneAndUpdate(
      { _id: messageId, 'media.uploadId': null, 'media.attempts': { $lt: MAX_ATTEMPTS } },
      { $inc: { 'media.attempts': 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (!message?.media?.handle) return;
    const engine = ctx.instances.of(await findInstance(message.instanceId));
    const bytes = await engine.fetchMedia(
      { handle: message.media.handle, mime: message.media.mime ?? '' },
      { maxBytes: ctx.config.MAX_UPLOAD_MB * 1024 * 1024 },
    );
    const upload = await storeMedia(ctx, { data: bytes.data, mime: bytes.mime, filename: message.media.filename ?? null, messageId });
    const stored = await MessageModel.findOneAndUpdate(
      { _id: messageId },
      { $set: { 'media.uploadId': upload.id, 'media.mime': upload.mime, 'media.bytes': upload.bytes } },
      { returnDocument: 'after' },
    ).lean();
    if (stored) ctx.emit('message.changed', messageView(stored));
  } catch (error) {
    ctx.log.warn({ err: error, messageId }, 'a received file could not be fetched yet');
  }
}

/** Files that a crash or a missing connection left behind. */
export async function fetchMissingMedia(ctx: AppContext): Promise<void> {
  const missing = await MessageModel.find(
    { 'media.handle': { $ne: null }, 'media.uploadId': null, 'media.attempts': { $lt: MAX_ATTEMPTS } },
    { _id: 1 },
  )
    .limit(20)
    .lean();
  for (const { _id } of missing) await fetchMedia(ctx, _id);
}
