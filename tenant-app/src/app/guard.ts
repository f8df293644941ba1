import type { Access } from '@chat-saas/contract';
import { sendProblem } from '@chat-saas/server/http';
import { networkOf } from '@chat-saas/server/network';
import { problem } from '@chat-saas/server/problem';
import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { reaches } from './access.ts';
import type { Actor, AppContext } from './context.ts';

/** What the Express-only slices need of the web session. */
export interface Web {
  actorOf(req: Request): Actor | null;
}

/** In front of an Express route: the same answers as a procedure with this `access` and `perMinute` gives. */
export function guard(ctx: AppContext, web: Web, access: Access, perMinute = 120): RequestHandler[] {
  const admit: RequestHandler = (req, res, next) => {
    const actor = web.actorOf(req);
    if (!actor && access !== 'public') return sendProblem(req, res, problem('UNAUTHENTICATED'));
    if (actor && !reaches(actor, access)) return sendProblem(req, res, problem('FORBIDDEN'));
    next();
  };
  if (!ctx.config.RATE_LIMITS) return [admit];
  const limit = rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: (req) => web.actorOf(req)?.id ?? networkOf(req.ip ?? ''),
    validate: false, // the caller's address is decided by the edge, see TRUST_PROXY
    handler: (req, res) => sendProblem(req, res, problem('RATE_LIMITED', { params: { retryAfterSeconds: 60 } })),
  });
  return [limit, admit];
}

/** The signed-in person behind a guarded route. @throws UNAUTHENTICATED */
export function actorOf(web: Web, req: Request): Actor {
  const actor = web.actorOf(req);
  if (!actor) throw problem('UNAUTHENTICATED');
  return actor;
}
