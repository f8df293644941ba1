import type { EngineKind } from '@chat-saas/contract';
import { duplicateKey } from '@chat-saas/server/mongo';
import { problem } from '@chat-saas/server/problem';
import type { z } from 'zod';
import type { Actor, AppContext } from '../../app/context.ts';
import { claimKey } from '../idempotency/idempotency.service.ts';
import { previewHash, stepsOf } from '../operations/operation.plan.ts';
import { startOperation } from '../operations/operation.service.ts';
import { hasOperations } from '../operations/operation-active.service.ts';
import { freeSlug, isReservedSlug, slugOf } from './slug.ts';
import type { CreateTenant } from './tenant.contract.ts';
import { type TenantDoc, TenantModel } from './tenant.model.ts';
import { getTenant } from './tenant.service.ts';

export type NewTenant = z.output<typeof CreateTenant>;
interface Asked {
  idempotencyKey: string | null;
  expectedPlan?: string | undefined;
}

/**
 * Writes the tenant's desired state and the operation that makes its stack. The same key answers with the same two.
 * @throws SLUG_TAKEN, IDEMPOTENCY_KEY_REUSED, PLAN_CHANGED, ENGINE_UNAVAILABLE
 */
export async function createTenant(ctx: AppContext, actor: Actor, input: NewTenant, asked: Asked) {
  const claim = await claimKey(ctx, actor, asked.idempotencyKey, { create: input });
  const tenant = (await TenantModel.findById(claim.tenantId).lean()) ?? (await makeRecord(ctx, actor, input, claim, asked.expectedPlan));
  const operation = await startOperation(ctx, actor, { id: claim.operationId, kind: 'provision', tenant });
  return { tenant: await getTenant(ctx, tenant._id), operation };
}

/** What creating it would do, without doing it. @throws SLUG_TAKEN */
export async function previewCreation(ctx: AppContext, input: NewTenant) {
  const slug = await slugFor(input);
  const preview = { kind: 'provision' as const, tenant: slug, steps: [...stepsOf('provision', (goal) => ctx.stacks.stepsTo(goal))] };
  return { ...preview, hash: previewHash(preview, { input, engine: engineFor(ctx, input.engine) }) };
}

async function makeRecord(
  ctx: AppContext,
  actor: Actor,
  input: NewTenant,
  claim: { tenantId: string; isRepeat: boolean; release(): Promise<void> },
  expectedPlan: string | undefined,
): Promise<TenantDoc> {
  try {
    if (claim.isRepeat) await refuseIfRemoved(claim.tenantId);
    if (expectedPlan && (await previewCreation(ctx, input)).hash !== expectedPlan) throw problem('PLAN_CHANGED');
    const engine = engineFor(ctx, input.engine);
    if (engine === 'whatsapp-web' && !ctx.config.CHROMIUM) throw problem('ENGINE_UNAVAILABLE');
    return await insertWithFreeSlug(ctx, actor, { ...input, engine }, claim.tenantId);
  } catch (error) {
    const same = claim.isRepeat ? await TenantModel.findById(claim.tenantId).lean() : null;
    if (same) return same; // the first request with this key wrote it between our two looks
    await claim.release();
    throw error;
  }
}

/** A repeat finds its tenant, or a crash came before it was written, or it was deleted since: then it isn't made again. */
async function refuseIfRemoved(tenantId: string): Promise<void> {
  if (await hasOperations(tenantId)) throw problem('NOT_FOUND', { detail: 'The tenant that was made under this key has been deleted.' });
}

async function insertWithFreeSlug(
  ctx: AppContext,
  actor: Actor,
  input: NewTenant & { engine: EngineKind },
  _id: string,
): Promise<TenantDoc> {
  for (;;) {
    const slug = await slugFor(input);
    try {
      const made = await TenantModel.create({
        _id,
        slug,
        name: input.name,
        plan: input.plan,
        engine: input.engine,
        adminName: input.adminName ?? 'Administrador',
        adminEmail: input.adminEmail ?? `admin@${slug}.${ctx.config.BASE_DOMAIN}`,
        adminPhone: input.adminPhone ?? null,
        createdBy: actor.name,
        createdAt: ctx.now(),
      });
      return made.toObject();
    } catch (error) {
      const key = duplicateKey(error);
      if (!key) throw error;
      const same = await TenantModel.findById(_id).lean(); // the same request, at the same time
      if (same) return same;
      if (input.slug) throw problem('SLUG_TAKEN');
    }
  }
}

/** @throws SLUG_TAKEN */
async function slugFor({ name, slug }: NewTenant): Promise<string> {
  if (slug) {
    if (isReservedSlug(slug)) throw problem('SLUG_TAKEN', { status: 409, detail: 'This address is reserved.' });
    if (await TenantModel.exists({ slug })) throw problem('SLUG_TAKEN');
    return slug;
  }
  const base = slugOf(name);
  const taken = await TenantModel.find({ slug: new RegExp(`^${base}`) }, { slug: 1 }).lean();
  return freeSlug(base, new Set(taken.map((tenant) => tenant.slug)));
}

const engineFor = (ctx: AppContext, wanted: EngineKind | undefined): EngineKind =>
  wanted ?? (ctx.config.CHROMIUM ? 'whatsapp-web' : 'simulator');
