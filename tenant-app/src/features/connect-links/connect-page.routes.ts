import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Phone } from '@chat-saas/contract';
import { type Locale, localeOf } from '@chat-saas/server/locale';
import { ProblemException } from '@chat-saas/server/problem';
import { SOCKET_CLIENT_FILE } from '@chat-saas/server/sockets';
import express, { type Express, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { AppContext } from '../../app/context.ts';
import { getBrand } from '../brand/brand.service.ts';
import { getInstance, startLink } from '../instances/instance.service.ts';
import { renderCard } from './connect.card.ts';
import { headings, renderConnectPage, renderNotice } from './connect.page.ts';
import { connectTexts } from './connect.texts.ts';
import { cardKey, cardOf } from './connect.view.ts';
import { openConnectLink } from './connect-link.service.ts';

const PREVIEWS = /bot|crawl|spider|preview|facebookexternalhit|whatsapp\/|slack|telegram|discord|skype|embed/i;
const IDLE = ['stopped', 'logged_out'];

/** `/c/:token` and its twin `/client/:token`: whoever holds the link sees the QR of one number, and nothing else. */
export function mountConnectPage(app: Express, ctx: AppContext): void {
  const limits = ctx.config.RATE_LIMITS;
  const busy = (req: Request, res: Response) => notice(ctx, req, res, 429, 'busy');
  const views = rateLimit({
    windowMs: 60_000,
    limit: 120,
    skip: () => !limits,
    validate: false,
    handler: busy,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
  });
  const guesses = rateLimit({
    windowMs: 60_000,
    limit: 20,
    skip: () => !limits,
    validate: false,
    skipSuccessfulRequests: true,
    handler: busy,
    standardHeaders: false,
    legacyHeaders: false,
  });
  const acts = rateLimit({
    windowMs: 600_000,
    limit: 20,
    skip: () => !limits,
    validate: false,
    handler: busy,
    standardHeaders: false,
    legacyHeaders: false,
  });

  app.get('/c/live.js', (_req, res) => {
    res.type('text/javascript').setHeader('cache-control', 'public, max-age=86400');
    res.send(readFileSync(SOCKET_CLIENT_FILE));
  });
  app.get(['/c/:token', '/client/:token'], views, guesses, (req, res) => showPage(ctx, req, res));
  app.get(['/c/:token/card', '/client/:token/card'], views, guesses, (req, res) => sendCard(ctx, req, res));
  const form = express.urlencoded({ extended: false, limit: '1kb' });
  app.post(['/c/:token', '/client/:token'], acts, guesses, form, (req, res) => act(ctx, req, res));
}

async function showPage(ctx: AppContext, req: Request, res: Response): Promise<void> {
  const opened = await openConnectLink(ctx, tokenOf(req), 'connect');
  if (!opened) return notice(ctx, req, res, 404, 'gone');
  const isPreview = PREVIEWS.test(req.get('user-agent') ?? '');
  const before = await getInstance(ctx, opened.instanceId);
  // Whoever opens the link wants to connect: what rests is woken. After a failure the person says so by the button.
  if (!isPreview && IDLE.includes(before.state) && !before.reason)
    await startLink(ctx, opened.instanceId, { method: 'qr' }).catch(ignoreProblems);
  const [brand, instance] = await Promise.all([getBrand(ctx), getInstance(ctx, opened.instanceId)]);
  const locale = languageOf(req);
  const nonce = protect(res);
  const card = cardOf(instance, wayOf(req), ctx.now());
  res.type('html').send(renderConnectPage({ brand, locale, card }, await connectTexts(locale), nonce));
}

async function sendCard(ctx: AppContext, req: Request, res: Response): Promise<void> {
  const opened = await openConnectLink(ctx, tokenOf(req), 'connect');
  res.setHeader('cache-control', 'no-store');
  if (!opened) return void res.status(404).json({ state: 'gone' });
  const [brand, instance, texts] = await Promise.all([getBrand(ctx), getInstance(ctx, opened.instanceId), connectTexts(languageOf(req))]);
  const card = cardOf(instance, wayOf(req), ctx.now());
  res.json({ state: card.state, key: cardKey(card), html: renderCard(card, texts), ...headings({ brand, card }, texts) });
}

/** The page's buttons: a fresh QR, or a code for the number that was typed. */
async function act(ctx: AppContext, req: Request, res: Response): Promise<void> {
  const opened = await openConnectLink(ctx, tokenOf(req), 'connect');
  if (!opened) return notice(ctx, req, res, 404, 'gone');
  if (!isSameOrigin(req)) return void res.status(403).type('text/plain').send('Open the link itself and try again.');
  const here = req.path.replace(/\/$/, '');
  if (req.query.act !== 'code') {
    await startLink(ctx, opened.instanceId, { method: 'qr' }).catch(ignoreProblems);
    return res.redirect(303, here);
  }
  const phone = Phone.safeParse((req.body as { phone?: unknown } | undefined)?.phone);
  if (!phone.success) return res.redirect(303, `${here}?way=wrong`);
  await startLink(ctx, opened.instanceId, { method: 'code', phone: phone.data }).catch(ignoreProblems);
  res.redirect(303, `${here}?way=code`);
}

async function notice(ctx: AppContext, req: Request, res: Response, status: number, which: 'gone' | 'busy'): Promise<void> {
  const locale = languageOf(req);
  const nonce = protect(res);
  res
    .status(status)
    .type('html')
    .send(renderNotice({ brand: await getBrand(ctx), locale }, await connectTexts(locale), nonce, which));
}

/** Nothing but this page's own style and script runs; nobody keeps, frames or passes on the address. */
function protect(res: Response): string {
  const nonce = randomBytes(16).toString('base64');
  res.setHeader('cache-control', 'no-store');
  res.setHeader(
    'content-security-policy',
    `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: wss:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  return nonce;
}

const tokenOf = (req: Request) => String(req.params.token);
const languageOf = (req: Request): Locale => localeOf(req.get('accept-language'));
const wayOf = (req: Request) => (req.query.way === 'code' || req.query.way === 'wrong' ? req.query.way : 'qr');

/** Browsers name the page that a form came from; whoever doesn't is no browser and holds the link anyway. */
function isSameOrigin(req: Request): boolean {
  const origin = req.get('origin');
  if (!origin || origin === 'null') return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('host');
}

/** "Already linked" and its like: the card shows how things stand. */
function ignoreProblems(error: unknown): void {
  if (!(error instanceof ProblemException)) throw error;
}
