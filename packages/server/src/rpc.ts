import type { Access, ProcedureMeta } from '@chat-saas/contract';
import type { AnyContractRouter, AnySchema, ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import { implement as implementContract, ORPCError } from '@orpc/server';
import type { Locale } from './locale.ts';
import { type ErrorDefinition, ProblemException, problemDocument } from './problem.ts';

/** What a handler may know of the HTTP exchange. */
export interface Exchange {
  ip: string;
  userAgent: string;
  requestId: string;
  /** Origin that the caller used, such as `http://demo.localhost:3001`. */
  origin: string;
  idempotencyKey: string | null;
  /** Language of letters and texts that answer this call. */
  locale: Locale;
  setSession(token: string): void;
  clearSession(): void;
}

export interface Call<Context, Actor, Input> {
  ctx: Context;
  /** Null only where `access` is `public`. */
  actor: Actor;
  input: Input;
  exchange: Exchange;
}

/** A tree of plain functions in the shape of a contract. */
export type Handlers<Contract, Context, Actor> =
  Contract extends ContractProcedure<infer I extends AnySchema, infer O extends AnySchema, ErrorMap, infer _Meta>
    ? (call: Call<Context, Actor, InferSchemaOutput<I>>) => Promise<InferSchemaInput<O>> | InferSchemaInput<O>
    : { [Key in keyof Contract]: Handlers<Contract[Key], Context, Actor> };

export interface RpcContext<Context = unknown, Actor = unknown> {
  ctx: Context;
  actor: Actor | null;
  exchange: Exchange;
  /** Throws when this actor may not call. */
  admit(meta: ProcedureMeta, path: readonly string[]): Promise<void>;
}

/**
 * Binds plain functions to a contract. Every call passes `admit` first, then the contract's own validation;
 * what the declared output doesn't name is stripped.
 */
export function implement<Contract extends AnyContractRouter, Context, Actor>(
  contract: Contract,
  handlers: Handlers<Contract, Context, Actor>,
) {
  const bind = (node: AnyContractRouter, handler: unknown): unknown => {
    if (isContractProcedure(node)) {
      const run = handler as (call: Call<unknown, unknown, unknown>) => Promise<unknown>;
      // Index 1: the contract validates after the one middleware below, so that strangers learn nothing about inputs.
      return implementContract(node, { initialInputValidationIndex: 1 })
        .$context<RpcContext>()
        .use(async ({ context, procedure, path, next }) => {
          try {
            await context.admit(procedure['~orpc'].meta as ProcedureMeta, path);
            return await next();
          } catch (error) {
            throw error instanceof ProblemException ? toWire(error, context.exchange.requestId, procedure['~orpc'].errorMap) : error;
          }
        })
        .handler(({ input, context }) => run({ ctx: context.ctx, actor: context.actor, input, exchange: context.exchange }));
    }
    const branch = handler as Record<string, unknown>;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, bind(child as AnyContractRouter, branch[key])]));
  };
  return bind(contract, handlers) as BoundRouter;
}

function toWire(error: ProblemException, requestId: string, declared: ErrorMap) {
  const document = problemDocument(error, requestId, declared as Record<string, ErrorDefinition | undefined>);
  return new ORPCError(document.code, { status: document.status, message: document.detail, data: document, cause: error });
}

/** An implemented contract, ready for `mountApi`. */
export type BoundRouter = Record<string, unknown>;

/** Every procedure of a contract with its access rule; for tests that walk them all. */
export function listProcedures(
  contract: AnyContractRouter,
  path: string[] = [],
): { path: string; access: Access; method: string; url: string }[] {
  if (isContractProcedure(contract)) {
    const { meta, route } = contract['~orpc'];
    return [{ path: path.join('.'), access: (meta as ProcedureMeta).access, method: route.method ?? 'POST', url: route.path ?? '' }];
  }
  return Object.entries(contract).flatMap(([key, child]) => listProcedures(child as AnyContractRouter, [...path, key]));
}
