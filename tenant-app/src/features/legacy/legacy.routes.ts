import { newId } from '@chat-saas/contract';
import { notFound } from '@chat-saas/server/problem';
import type { Express, Request, RequestHandler } from 'express';
import type { AppContext } from '../../app/context.ts';
import { guard, type Web } from '../../app/guard.ts';
import { authContract } from '../auth/auth.contract.ts';
import { botContract } from '../bot/bot.contract.ts';
import { showBotSettings, updateBotSettings } from '../bot/bot.service.ts';
import { instanceContract } from '../instances/instance.contract.ts';
import { createInstance } from '../instances/instance.service.ts';
import { messageContract } from '../messages/message.contract.ts';
import { sendToPhone } from '../messages/message.service.ts';
import { getUser } from '../users/user.service.ts';
import { alias } from './alias.ts';
import { showQr, showStatus } from './whatsapp-status.service.ts';

/** The literal addresses that the sources name, beside the canonical ones under `/api/v1`. */
export function mountLegacy(app: Express, ctx: AppContext, web: Web): void {
  const own = ownTenantOnly(ctx);
  const agent = guard(ctx, web, 'agent', 600);
  const status: RequestHandler = async (_req, res) => void res.json(await showStatus(ctx));
  const qr: RequestHandler = async (_req, res) => void res.json(await showQr(ctx));

  app.get('/api/me', ...alias(ctx, web, authContract.me, bodyOf, ({ actor }) => getUser(actor.id)));
  app.get('/config', ...alias(ctx, web, botContract.get, bodyOf, ({ locale }) => showBotSettings(ctx, locale)));
  app.put('/config', ...alias(ctx, web, botContract.update, bodyOf, ({ input }) => updateBotSettings(ctx, input)));

  app.get('/whatsapp/status', ...agent, status);
  app.get('/whatsapp/qrcode', ...agent, qr);
  app.post(
    '/whatsapp/instance',
    ...alias(
      ctx,
      web,
      instanceContract.create,
      (req) => ({ name: 'WhatsApp', ...bodyOf(req) }),
      ({ input }) => createInstance(ctx, input),
    ),
  );

  app.get('/api/whatsapp/:tenantId/status', ...agent, own, status);
  app.get('/api/whatsapp/:tenantId/qr', ...agent, own, qr);
  app.post(
    '/api/whatsapp/:tenantId/send',
    ...agent,
    own,
    ...alias(ctx, web, messageContract.sendTo, outgoingOf, ({ actor, input }) => sendToPhone(ctx, actor, input)),
  );
}

/** A tenant's app answers for its own id only. */
const ownTenantOnly =
  (ctx: AppContext): RequestHandler =>
  (req, _res, next) => {
    if (req.params.tenantId !== ctx.config.TENANT_ID) throw notFound();
    next();
  };

const bodyOf = (req: Request): object => (typeof req.body === 'object' && req.body !== null ? (req.body as object) : {});

/** `to` or `number` for the phone, `message` for the text; without a reference of the caller's own, each call is a new message. */
function outgoingOf(req: Request): unknown {
  const { to, number, phone, message, text, clientRef, ...rest } = bodyOf(req) as Record<string, unknown>;
  return { ...rest, phone: phone ?? to ?? number, text: text ?? message, clientRef: clientRef ?? newId() };
}
