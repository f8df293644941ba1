import { randomUUID } from 'node:crypto';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { internalProblem, ProblemException, problem, problemDocument } from './problem.ts';

const MAX_BODY = '256kb';
const REQUEST_ID = /^[\w-]{8,64}$/;

export interface HttpOptions {
  log: Logger;
  /** Whether one proxy in front sets X-Forwarded-*: `true` only where nothing but the edge can reach this server. */
  trustProxy: boolean;
}

/**
 * An Express app with request ids, structured request logs, security headers, compression and cookies.
 * Routes come next, then `finishHttp`.
 */
export function createHttp({ log, trustProxy }: HttpOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy ? 1 : false); // one hop: entries before the edge's own are the caller's words
  app.set('query parser', 'simple');
  app.use((req, res, next) => {
    const given = req.headers['x-request-id'];
    const id = trustProxy && typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    req.id = id;
    res.setHeader('x-request-id', id);
    next();
  });
  app.use(
    pinoHttp({
      logger: log,
      genReqId: (req) => req.id,
      autoLogging: { ignore: (req) => req.url === '/health' || (req.url ?? '').startsWith('/assets/') },
      customLogLevel: (_, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
      serializers: {
        req: (req: { id: string; method: string; url: string }) => ({ id: req.id, method: req.method, url: withoutSecrets(req.url) }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      },
    }),
  );
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          mediaSrc: ["'self'", 'blob:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          frameAncestors: ["'none'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false, // the edge knows whether there is TLS
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  app.use(compression());
  app.use(cookieParser(undefined, { decode: textOfCookie }));
  return app;
}

/** Cookies are texts: `j:` would have the parser make any object out of what a caller sends. */
function textOfCookie(value: string): string {
  try {
    const text = decodeURIComponent(value);
    return text.startsWith('j:') ? '' : text;
  } catch {
    return ''; // a broken escape is nobody's session
  }
}

/** A body parser for the few JSON routes outside the contract. */
export const jsonBody = () => express.json({ limit: MAX_BODY });

/** Last: unknown paths and every error, as problem documents (or a plain page for browsers by `notFoundPage`). */
export function finishHttp(app: Express, log: Logger, notFoundPage?: (req: Request, res: Response) => void): void {
  app.use((req: Request, res: Response) => {
    if (notFoundPage && req.accepts(['json', 'html']) === 'html') return notFoundPage(req, res);
    sendProblem(req, res, problem('NOT_FOUND'));
  });
  const onError: ErrorRequestHandler = (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const known = asProblem(error);
    if (!known) log.error({ err: error, requestId: req.id }, 'unexpected error');
    sendProblem(req, res, known);
  };
  app.use(onError);
}

/** Null stands for a bug: 500 without detail. */
export function sendProblem(req: Request, res: Response, error: ProblemException | null): void {
  const document = error ? problemDocument(error, String(req.id)) : internalProblem(String(req.id));
  const wait = error?.options.params?.retryAfterSeconds;
  if (typeof wait === 'number') res.setHeader('retry-after', String(wait));
  res.status(document.status).type('application/problem+json').send(JSON.stringify(document));
}

/** Errors of Express, body parsers and multer that the caller caused. */
export function asProblem(error: unknown): ProblemException | null {
  if (error instanceof ProblemException) return error;
  const { status, code, type } = (error ?? {}) as { status?: number; code?: string; type?: string };
  if (code === 'LIMIT_FILE_SIZE' || type === 'entity.too.large') return problem('PAYLOAD_TOO_LARGE');
  if (typeof code === 'string' && code.startsWith('LIMIT_'))
    return problem('INVALID_INPUT', { detail: 'The upload has parts that are not expected.' });
  if (error instanceof URIError) return problem('INVALID_INPUT', { detail: 'The address is not valid.' });
  if (status && status >= 400 && status < 500) return problem('INVALID_INPUT', { status, detail: 'The request could not be read.' });
  return null;
}

/** Links are keys: what follows these prefixes never reaches a log. */
const withoutSecrets = (url: string) =>
  url
    .replace(/(\/(?:c|client|phone|reset-password|auth\/password-resets|auth\/devices)\/)[^/?]+/gi, '$1[hidden]')
    .replace(/([?&](?:token|code)=)[^&]+/gi, '$1[hidden]');
