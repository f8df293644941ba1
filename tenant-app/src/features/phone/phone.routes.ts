import { fileURLToPath } from 'node:url';
import { jsonBody } from '@chat-saas/server/http';
import { localeOf } from '@chat-saas/server/locale';
import { notFound, problem } from '@chat-saas/server/problem';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { AppContext } from '../../app/context.ts';
import { oneFile } from '../../app/multipart.ts';
import { getBrand } from '../brand/brand.service.ts';
import { bodyOf, CodeInput, CustomerInput, inputOf, ScanInput, TypingInput, WritingInput } from './phone.input.ts';
import { renderDeadEnd, renderPhonePage } from './phone.page.ts';
import {
  lookAtChat,
  openPhone,
  phoneMedia,
  phoneState,
  phoneThread,
  scanQr,
  showCustomerTyping,
  switchOn,
  typeCode,
  unlinkNumber,
  writeAsCustomer,
} from './phone.service.ts';
import { phoneTexts } from './phone.texts.ts';

/** One stored document holds a medium, and the database takes 16 MB. */
const MAX_FILE_MB = 12;
const ASSETS = fileURLToPath(new URL('./assets', import.meta.url));

type Act = (instanceId: string, req: Request, res: Response) => unknown;

/** `/phone/:token`: the phones of a simulated number, the business's and its customers'. Nothing of it exists for a real number. */
export function mountPhone(app: Express, ctx: AppContext): void {
  app.use('/phone/assets', express.static(ASSETS, { index: false, redirect: false, maxAge: '1h' }));
  const [views, acts, guesses] = [limitOf(ctx, 300), limitOf(ctx, 300), limitOf(ctx, 20, ({ statusCode }) => statusCode !== 404)];
  const parse = takeFile(ctx);

  app.get('/phone/:token', views, guesses, (req, res) => showPage(ctx, req, res));
  const read = (path: string, act: Act) => app.get(`/phone/:token/${path}`, views, guesses, opened(ctx, act));
  const change = (path: string, act: Act, parser: RequestHandler = jsonBody()) =>
    app.post(`/phone/:token/${path}`, acts, guesses, sameOrigin, parser, opened(ctx, act));

  read('state', async (id, _req, res) => res.json(await phoneState(ctx, id)));
  read('thread', async (id, req, res) => res.json({ messages: await phoneThread(ctx, id, inputOf(CustomerInput, req.query).from) }));
  read('media/:messageId', (id, req, res) => sendMedia(ctx, id, req, res));
  change('start', (id, _req, res) => done(res, switchOn(ctx, id)));
  change('scan', (id, req, res) => done(res, scanQr(ctx, id, bodyOf(ScanInput, req).qr)));
  change('code', (id, req, res) => done(res, typeCode(ctx, id, bodyOf(CodeInput, req))));
  change('unlink', (id, _req, res) => done(res, unlinkNumber(ctx, id)));
  change('read', (id, req, res) => done(res, lookAtChat(ctx, id, bodyOf(CustomerInput, req).from)));
  change('typing', (id, req, res) => {
    const { from, on } = bodyOf(TypingInput, req);
    showCustomerTyping(ctx, id, from, on);
    res.status(204).end();
  });
  change(
    'messages',
    async (id, req, res) => {
      const { voice, ...writing } = bodyOf(WritingInput, req);
      const file = req.file && { data: req.file.buffer, filename: req.file.originalname };
      res.status(201).json({ message: await writeAsCustomer(ctx, id, { ...writing, isVoice: voice === '1', file }) });
    },
    parse,
  );
}

/** Answers only where the token opens a simulated number. */
const opened =
  (ctx: AppContext, act: Act): RequestHandler =>
  async (req, res) => {
    res.setHeader('cache-control', 'no-store');
    const instanceId = await openPhone(ctx, String(req.params.token));
    if (!instanceId) throw notFound();
    await act(instanceId, req, res);
  };

async function showPage(ctx: AppContext, req: Request, res: Response): Promise<void> {
  const locale = localeOf(req.get('accept-language'));
  const token = String(req.params.token);
  const [brand, texts, instanceId] = await Promise.all([getBrand(ctx), phoneTexts(locale), openPhone(ctx, token)]);
  res.setHeader('cache-control', 'no-store');
  res.setHeader('content-security-policy', POLICY);
  res.type('html');
  if (!instanceId) return void res.status(404).send(renderDeadEnd({ brand, locale, texts }));
  res.send(renderPhonePage({ brand, locale, texts, token, state: await phoneState(ctx, instanceId) }));
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async function sendMedia(ctx: AppContext, instanceId: string, req: Request, res: Response): Promise<void> {
  const { from } = inputOf(CustomerInput, req.query);
  const { data, mime, filename, isInline } = await phoneMedia(ctx, instanceId, from, String(req.params.messageId));
  res.setHeader('content-type', isInline ? mime : 'application/octet-stream');
  res.setHeader(
    'content-disposition',
    `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(filename ?? 'file').replace(/['()*]/g, '_')}`,
  );
  res.setHeader('content-security-policy', "default-src 'none'; sandbox");
  res.setHeader('cache-control', 'private, max-age=300');
  res.send(Buffer.from(data));
}

async function done(res: Response, work: Promise<void>): Promise<void> {
  await work;
  res.status(204).end();
}

/** JSON, or multipart with the field `file`. */
function takeFile(ctx: AppContext): RequestHandler {
  const json = jsonBody();
  const multipart = oneFile(Math.min(ctx.config.MAX_UPLOAD_MB, MAX_FILE_MB) * 1024 * 1024, (multer) => multer.memoryStorage());
  return (req, res, next) => (req.is('multipart/form-data') ? multipart : json)(req, res, next);
}

/** Another site can't know the token; a browser that says where it comes from is held to it all the same. */
const sameOrigin: RequestHandler = (req, _res, next) => {
  const origin = req.get('origin');
  const isForeign = origin && origin !== 'null' && (!URL.canParse(origin) || new URL(origin).host !== req.get('host'));
  next(isForeign ? problem('FORBIDDEN') : undefined);
};

function limitOf(ctx: AppContext, perMinute: number, isFree?: (res: Response) => boolean): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skip: () => !ctx.config.RATE_LIMITS,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false, // the caller's address is decided by the edge, see TRUST_PROXY
    ...(isFree ? { skipSuccessfulRequests: true, requestWasSuccessful: (_req, res) => isFree(res) } : {}),
    handler: (_req, _res, next) => next(problem('RATE_LIMITED', { params: { retryAfterSeconds: 60 } })),
  });
}
