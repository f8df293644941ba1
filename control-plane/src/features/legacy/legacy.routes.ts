import { jsonBody, sendProblem } from '@chat-saas/server/http';
import { problem } from '@chat-saas/server/problem';
import type { Express, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import type { Actor, AppContext } from '../../app/context.ts';
import { getOwner, signInOwner } from '../auth/auth.service.ts';
import { CreateTenant, TenantStatus } from '../tenants/tenant.contract.ts';
import { listTenants } from '../tenants/tenant.service.ts';
import { createTenant } from '../tenants/tenant-create.service.ts';

const SignIn = z.object({ email: z.string().trim().toLowerCase().min(1).max(254), password: z.string().min(1).max(200) });
const ListClients = z.object({
  status: z.enum([...TenantStatus.options, 'active', 'attention']).optional(),
  nome: z.string().max(80).optional(),
  email: z.string().max(80).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** The sources' literal paths, as aliases of the same procedures. */
export function mountLegacy(app: Express, ctx: AppContext, actorOf: (req: Request) => Actor | null): void {
  const owner: RequestHandler = (req, res, next) => (actorOf(req) ? next() : sendProblem(req, res, problem('UNAUTHENTICATED')));
  const limit = (perMinute: number): RequestHandler[] => (ctx.config.RATE_LIMITS ? [limited(perMinute)] : []);

  app.post('/api/saas/create-tenant', ...limit(30), owner, jsonBody(), async (req, res) => {
    const input = read(CreateTenant, req.body);
    const idempotencyKey = req.get('idempotency-key') || null;
    if (idempotencyKey && idempotencyKey.length > 200)
      throw problem('INVALID_INPUT', { detail: 'Idempotency-Key: at most 200 characters.' });
    const { tenant, operation } = await createTenant(ctx, mustHave(actorOf(req)), input, { idempotencyKey });
    const api = `${ctx.config.PUBLIC_URL}/api/v1`;
    // The link needs a running stack: once `statusUrl` says `succeeded`, POST `accessUrl` makes it.
    res
      .status(202)
      .json({ tenant, operation, statusUrl: `${api}/operations/${operation.id}`, accessUrl: `${api}/tenants/${tenant.id}/access` });
  });

  app.post('/api/v1/admin/auth/login', ...limit(20), jsonBody(), async (req, res) => {
    const { user, token } = await signInOwner(
      { ...read(SignIn, req.body), session: 'bearer' },
      { ip: req.ip ?? '', userAgent: req.get('user-agent') ?? '' },
    );
    res.json({ access_token: token, token_type: 'bearer', role: 'admin', user });
  });
  app.get('/api/v1/admin/auth/me', ...limit(600), owner, async (req, res) => {
    res.json({ ...(await getOwner(mustHave(actorOf(req)).id)), role: 'admin' });
  });
  app.get('/api/v1/admin/clientes', ...limit(600), owner, async (req: Request, res: Response) => {
    const { nome, email, ...filter } = read(ListClients, req.query);
    res.json(await listTenants(ctx, { ...filter, q: nome ?? email }));
  });
}

/** @throws INVALID_INPUT naming what is wrong */
function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw problem('INVALID_INPUT', {
    errors: parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

function mustHave(actor: Actor | null): Actor {
  if (!actor) throw problem('UNAUTHENTICATED');
  return actor;
}

const limited = (perMinute: number) =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false, // who the caller is, is decided by TRUST_PROXY
    handler: (req, res) => sendProblem(req, res, problem('RATE_LIMITED', { params: { retryAfterSeconds: 60 } })),
  });
