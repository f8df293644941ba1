import type { Access, ProcedureMeta } from '@chat-saas/contract';
import { type AnyContractRouter, ValidationError } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import type { AnyRouter, ORPCError } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { Express, Request, Response } from 'express';
import { MemoryStore } from 'express-rate-limit';
import type { Logger } from 'pino';
import { apiDocs } from './api-docs.ts';
import { localeOf } from './locale.ts';
import { networkOf } from './network.ts';
import { internalProblem, problem, problemDocument } from './problem.ts';
import type { BoundRouter, Exchange, RpcContext } from './rpc.ts';

const PREFIX = '/api/v1';
const MAX_BODY_BYTES = 256 * 1024;
const PER_MINUTE = { signedIn: 600, stranger: 60 };

export interface ApiOptions<Context, Actor extends { id: string }> {
  title: string;
  version: string;
  contract: AnyContractRouter;
  router: BoundRouter;
  ctx: Context;
  log: Logger;
  /** Null: nobody signed in. Set by the `authenticate` middleware in front. */
  actorOf(req: Request): Actor | null;
  /** Whether this actor's role reaches the access that a procedure asks for. */
  reaches(actor: Actor, access: Access): boolean;
  session: { set(req: Request, res: Response, token: string): void; clear(req: Request, res: Response): void };
  rateLimits: boolean;
}

/** Serves a contract under `/api/v1`, its OpenAPI document at `/api/v1/openapi.json` and a page at `/api/v1/docs`. */
export function mountApi<Context, Actor extends { id: string }>(app: Express, options: ApiOptions<Context, Actor>): void {
  const handler = new OpenAPIHandler(options.router as AnyRouter, {
    plugins: [new BodyLimitPlugin({ maxBodySize: MAX_BODY_BYTES })],
    customErrorResponseBodyEncoder: (error: ORPCError<string, unknown>) => encodeError(error),
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          throw logged(error, options.log, context as ApiContext);
        }
      },
    ],
  });
  apiDocs(app, PREFIX, options.title, async () =>
    new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(options.contract, {
      info: { title: options.title, version: options.version },
      servers: [{ url: PREFIX }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    }),
  );
  const limits = new MemoryStore();
  limits.init({ windowMs: 60_000 } as Parameters<MemoryStore['init']>[0]);
  app.use(PREFIX, async (req, res, next) => {
    if (!req.originalUrl.startsWith('/')) throw problem('INVALID_INPUT', { detail: 'The address is not valid.' });
    const actor = options.actorOf(req);
    const exchange = exchangeOf(req, res, options.session);
    asProblemJson(res);
    const admit = async (meta: ProcedureMeta, path: readonly string[]) => {
      if (options.rateLimits) await limit(limits, meta, path, actor?.id ?? networkOf(exchange.ip), actor !== null);
      if (meta.access !== 'public') {
        if (!actor) throw problem('UNAUTHENTICATED');
        if (!options.reaches(actor, meta.access)) throw problem('FORBIDDEN');
      }
      if (!isJson(req)) throw problem('UNSUPPORTED_MEDIA_TYPE', { detail: 'Send JSON, with the content type application/json.' });
    };
    const context: ApiContext = {
      ctx: options.ctx,
      actor,
      exchange,
      isReadable: false,
      admit: (meta, path) => {
        context.isReadable = true;
        return admit(meta, path);
      },
    };
    const restOfUrl = req.url;
    req.url = req.originalUrl; // the handler matches on the whole path
    const { matched } = await handler.handle(req, res, { prefix: PREFIX, context });
    req.url = restOfUrl; // as Express left it, for routes that come later
    if (!matched) next();
  });
}

/** Any other body could come from a form or a blob on somebody else's page, without the browser asking us first. */
function isJson(req: Request): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
  const hasBody = encoding !== undefined || (length !== undefined && length !== '0');
  return !hasBody || /^application\/json\s*(?:;|$)/.test(req.headers['content-type'] ?? '');
}

async function limit(store: MemoryStore, meta: ProcedureMeta, path: readonly string[], caller: string, signedIn: boolean) {
  const allowed = meta.perMinute ?? (signedIn ? PER_MINUTE.signedIn : PER_MINUTE.stranger);
  const { totalHits, resetTime } = await store.increment(`${path.join('.')}:${caller}`);
  if (totalHits <= allowed) return;
  const seconds = Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now()) - Date.now()) / 1000));
  throw problem('RATE_LIMITED', { params: { retryAfterSeconds: seconds } });
}

function exchangeOf(req: Request, res: Response, session: ApiOptions<unknown, { id: string }>['session']): Exchange {
  const key = req.get('idempotency-key');
  if (key && key.length > 200) throw problem('INVALID_INPUT', { detail: 'Idempotency-Key: at most 200 characters.' });
  return {
    ip: req.ip ?? '',
    userAgent: (req.get('user-agent') ?? '').slice(0, 200),
    requestId: String(req.id),
    origin: `${req.protocol}://${req.get('host') ?? 'localhost'}`,
    idempotencyKey: key || null,
    locale: localeOf(req.get('accept-language')),
    setSession: (token) => session.set(req, res, token),
    clearSession: () => session.clear(req, res),
  };
}

/** Before `isReadable` an error is about the request's own bytes: a body that can't be parsed. */
interface ApiContext extends RpcContext {
  isReadable: boolean;
}

/** Bugs are logged once, here, with their stack. */
function logged(error: unknown, log: Logger, { exchange, isReadable }: ApiContext): unknown {
  const expected = !isReadable || isWire(error) || (error as { code?: string })?.code === 'BAD_REQUEST';
  if (!expected) log.error({ err: error, requestId: exchange.requestId }, 'unexpected error');
  if (typeof error === 'object' && error !== null && !('requestId' in error)) Object.assign(error, { requestId: exchange.requestId });
  return error;
}

const isWire = (error: unknown) =>
  typeof (error as { data?: { code?: unknown } })?.data?.code === 'string' &&
  typeof (error as { data?: { status?: unknown } }).data?.status === 'number';

function encodeError(error: ORPCError<string, unknown>): unknown {
  const requestId = requestIdOf(error) ?? requestIdOf(error.cause);
  if (isWire(error)) return error.data;
  if (error.status === 413) return problemDocument(problem('PAYLOAD_TOO_LARGE'), requestId);
  if (error.status < 500) return problemDocument(problem('INVALID_INPUT', { status: error.status, errors: issuesOf(error) }), requestId);
  return internalProblem(requestId);
}

const requestIdOf = (error: unknown) => (error as { requestId?: string } | undefined)?.requestId;

function issuesOf(error: ORPCError<string, unknown>) {
  const issues = error.cause instanceof ValidationError ? error.cause.issues : [];
  return issues.slice(0, 20).map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message: issue.message,
  }));
}

/** RFC 9457 asks for its own content type; the handler writes plain JSON. */
function asProblemJson(res: Response): void {
  const writeHead = res.writeHead.bind(res) as (status: number, headers?: Record<string, unknown>) => Response;
  res.writeHead = ((status: number, headers?: Record<string, unknown>) =>
    writeHead(status, status >= 400 ? { ...headers, 'content-type': 'application/problem+json' } : headers)) as typeof res.writeHead;
}
