import { doubleCsrf } from 'csrf-csrf';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { sendProblem } from '../http.ts';
import { problem } from '../problem.ts';
import { findSession, type Session } from './sessions.ts';

const MAX_AGE_MS = 30 * 86_400_000;

declare module 'express-serve-static-core' {
  interface Request {
    session?: Session;
    sessionToken?: string;
    actor?: unknown;
  }
}

export interface WebSessionOptions<Actor> {
  /** Signs CSRF tokens; at least 32 characters, secret, the same after a restart. */
  secret: string;
  /** Whether browsers reach this server over TLS: cookies are then `Secure` and `__Host-`. */
  secure: boolean;
  /** Null when the person is gone: the request goes on as a stranger's. */
  loadActor(session: Session): Promise<Actor | null>;
  /** Other bearer secrets, such as a stack's platform token. */
  loadBearer?(token: string): Actor | null;
}

/** Cookies, CSRF and bearer tokens of one app. */
export function createWebSession<Actor>(options: WebSessionOptions<Actor>) {
  const prefix = options.secure ? '__Host-' : '';
  const cookieName = `${prefix}session`;
  const csrfName = `${prefix}csrf`;
  const cookie = { path: '/', sameSite: 'lax', secure: options.secure } as const;
  const csrf = doubleCsrf({
    getSecret: () => options.secret,
    getSessionIdentifier: (req) => (req as Request).sessionToken ?? '',
    cookieName: csrfName,
    cookieOptions: { ...cookie, httpOnly: false, maxAge: MAX_AGE_MS },
    getCsrfTokenFromRequest: (req) => req.headers['x-csrf-token'],
  });

  const give = (req: Request, res: Response, token: string) => {
    req.sessionToken = token;
    res.cookie(cookieName, token, { ...cookie, httpOnly: true, maxAge: MAX_AGE_MS });
    csrf.generateCsrfToken(req, res, { overwrite: true });
  };

  const authenticate: RequestHandler = async (req: Request, res: Response, next: NextFunction) => {
    const bearer = /^Bearer (.+)$/i.exec(req.get('authorization') ?? '')?.[1];
    const token = bearer ?? (req.cookies as Record<string, string>)[cookieName];
    if (!token) return next();
    const platform = bearer ? options.loadBearer?.(bearer) : null;
    if (platform) {
      req.actor = platform;
      return next();
    }
    const session = await findSession(token);
    if (!session || (session.kind === 'cookie') !== !bearer) return next();
    req.sessionToken = token;
    if (session.kind === 'cookie' && !csrf.validateRequest(req) && !['GET', 'HEAD', 'OPTIONS'].includes(req.method))
      return sendProblem(req, res, problem('CSRF_INVALID'));
    const actor = await options.loadActor(session);
    if (actor) Object.assign(req, { session, actor });
    // A browser that lost its CSRF cookie gets another with the next answer, instead of being locked out of every change.
    if (actor && session.kind === 'cookie' && !(req.cookies as Record<string, string>)[csrfName]) give(req, res, token);
    next();
  };

  return {
    cookieName,
    authenticate,
    actorOf: (req: Request) => (req.actor as Actor | undefined) ?? null,
    set: give,
    clear(_req: Request, res: Response) {
      res.clearCookie(cookieName, { ...cookie, httpOnly: true });
      res.clearCookie(csrfName, cookie);
    },
  };
}
export type WebSession<Actor> = ReturnType<typeof createWebSession<Actor>>;
