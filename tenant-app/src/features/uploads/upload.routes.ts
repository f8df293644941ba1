import { randomUUID } from 'node:crypto';
import { notFound, problem } from '@chat-saas/server/problem';
import type { Express, RequestHandler } from 'express';
import type { AppContext } from '../../app/context.ts';
import { actorOf, guard, type Web } from '../../app/guard.ts';
import { fileOf, oneFile } from '../../app/multipart.ts';
import { featuresOf, requireFeature } from '../plan/plan.service.ts';
import { findUpload, storeUpload } from './upload.service.ts';
import { incomingFolder, removeFile, uploadsFolder } from './upload-files.ts';
import { isShownInline } from './upload-kind.ts';

/** `POST /api/v1/uploads` (multipart `file`, and `voice=1` for a recording) and `GET /api/v1/media/:id`. */
export function mountUploads(app: Express, ctx: AppContext, web: Web): void {
  const parse = oneFile(ctx.config.MAX_UPLOAD_MB * 1024 * 1024, (multer) =>
    multer.diskStorage({
      destination: (_req, _file, done) => {
        incomingFolder(ctx).then(
          (folder) => done(null, folder),
          (error: Error) => done(error, ''),
        );
      },
      filename: (_req, _file, done) => done(null, randomUUID()),
    }),
  );
  app.post('/api/v1/uploads', ...guard(ctx, web, 'agent', 60), refuseWhenAllOff(ctx), parse, async (req, res) => {
    const file = fileOf(req);
    const isVoice = (req.body as { voice?: unknown }).voice === '1';
    try {
      await requireFeature(ctx, isVoice ? 'audioRecording' : 'fileUpload');
      const upload = await storeUpload(ctx, {
        path: file.path,
        filename: file.originalname,
        isVoice,
        by: actorOf(web, req).id,
        usedBy: null,
      });
      res.status(201).json(upload);
    } finally {
      await removeFile(file.path);
    }
  });
  app.get('/api/v1/media/:id', ...guard(ctx, web, 'agent', 600), sendMedia(ctx));
}

/** Nothing is read from somebody whose plan allows neither files nor recordings. */
const refuseWhenAllOff =
  (ctx: AppContext): RequestHandler =>
  async (_req, _res, next) => {
    const features = await featuresOf(ctx);
    if (!features.fileUpload && !features.audioRecording)
      throw problem('FEATURE_OFF', { status: 403, detail: 'The plan does not include this.', params: { feature: 'fileUpload' } });
    next();
  };

/** Safe types may be shown, all others are downloads; a browser never guesses and never runs anything in them. */
const sendMedia =
  (ctx: AppContext): RequestHandler =>
  async (req, res, next) => {
    const id = String(req.params.id);
    if (!/^[0-9a-z]{1,64}$/.test(id)) throw notFound();
    const upload = await findUpload(id);
    const isInline = isShownInline(upload.mime);
    const headers = {
      'content-type': isInline ? upload.mime : 'application/octet-stream',
      'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc5987(upload.filename)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
    };
    res.sendFile(id, { root: uploadsFolder(ctx), headers, cacheControl: false }, (error) => {
      if (!error || res.headersSent) return;
      next((error as NodeJS.ErrnoException).code === 'ENOENT' ? notFound() : error);
    });
  };

const encodeRfc5987 = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
