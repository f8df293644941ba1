import { problem } from '@chat-saas/server/problem';
import type { Request, RequestHandler } from 'express';
import type multer from 'multer';

/** A multipart parser; what the sender did wrong becomes a problem with a sentence, never a 500. */
export function oneFile(
  limitBytes: number,
  storage: (load: typeof multer) => Promise<multer.StorageEngine> | multer.StorageEngine,
): RequestHandler {
  let parser: Promise<RequestHandler> | undefined;
  const load = async () => {
    const { default: createMulter } = await import('multer');
    return createMulter({
      storage: await storage(createMulter),
      limits: { fileSize: limitBytes, files: 1, fields: 10, fieldSize: 1000, fieldNameSize: 100, parts: 12, headerPairs: 20 },
      defParamCharset: 'utf8',
    }).single('file');
  };
  return async (req, res, next) => {
    if (!req.is('multipart/form-data'))
      throw problem('UNSUPPORTED_MEDIA_TYPE', { detail: 'Send the file as multipart/form-data, in the field "file".' });
    parser ??= load();
    const parse = await parser;
    await parse(req, res, (error?: unknown) => next(error && explain(error, limitBytes)));
  };
}

/** The file of a request that went through `oneFile`. @throws INVALID_INPUT */
export function fileOf(req: Request): Express.Multer.File {
  if (!req.file) throw problem('INVALID_INPUT', { detail: 'Send the file in the field "file".' });
  return req.file;
}

function explain(error: unknown, limitBytes: number): unknown {
  const { code, name, message } = error as { code?: string; name?: string; message?: string };
  if (code === 'LIMIT_FILE_SIZE') {
    const megabytes = Math.floor(limitBytes / 1024 / 1024);
    return problem('PAYLOAD_TOO_LARGE', { detail: `The file is too large: at most ${megabytes} MB.`, params: { maxBytes: limitBytes } });
  }
  if (code === 'ENOSPC') return problem('STORAGE_FULL', { status: 507, detail: 'The server’s disk is full.', cause: error });
  // Busboy's own complaints about broken bodies are plain errors without a code.
  const isSendersFault =
    name === 'MulterError' || (code === undefined && /form|boundary|header|part|multipart|aborted/i.test(message ?? ''));
  return isSendersFault ? problem('INVALID_INPUT', { detail: 'The upload could not be read.', cause: error }) : error;
}
