import type { ProcedureMeta } from '@chat-saas/contract';
import { jsonBody, sendProblem } from '@chat-saas/server/http';
import { localeOf } from '@chat-saas/server/locale';
import { type ErrorDefinition, ProblemException, problem, problemDocument } from '@chat-saas/server/problem';
import type { AnySchema, ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Request, RequestHandler } from 'express';
import type { Actor, AppContext } from '../../app/context.ts';
import { actorOf, guard, type Web } from '../../app/guard.ts';

interface Call<Input> {
  ctx: AppContext;
  actor: Actor;
  input: Input;
  locale: ReturnType<typeof localeOf>;
}

/**
 * An older address of a procedure: the same access, limits, validation, errors and output as its contract declares.
 * `inputOf` brings the older shape of a request into the procedure's own; `run` calls the procedure's service.
 */
export function alias<I extends AnySchema, O extends AnySchema>(
  ctx: AppContext,
  web: Web,
  procedure: ContractProcedure<I, O, ErrorMap, ProcedureMeta>,
  inputOf: (req: Request) => unknown,
  run: (call: Call<InferSchemaOutput<I>>) => Promise<InferSchemaInput<O>>,
): RequestHandler[] {
  const { meta, route, errorMap, inputSchema, outputSchema } = procedure['~orpc'];
  const handle: RequestHandler = async (req, res) => {
    try {
      const input = inputSchema ? await checked(inputSchema, inputOf(req)) : undefined;
      const call = { ctx, actor: actorOf(web, req), input: input as InferSchemaOutput<I>, locale: localeOf(req.get('accept-language')) };
      const output = await run(call);
      res.status(route.successStatus ?? 200).json(outputSchema ? await checked(outputSchema, output) : output);
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      const { status, detail } = problemDocument(error, undefined, errorMap as Record<string, ErrorDefinition | undefined>);
      sendProblem(req, res, problem(error.code, { ...error.options, status, detail }));
    }
  };
  const admit = guard(ctx, web, meta.access, meta.perMinute);
  return route.method === 'GET' ? [...admit, handle] : [...admit, readJson, handle];
}

const parse = jsonBody();
const readJson: RequestHandler = (req, res, next) => {
  if (!req.is('application/json')) throw problem('UNSUPPORTED_MEDIA_TYPE', { detail: 'Send JSON.' });
  parse(req, res, next);
};

async function checked(schema: AnySchema, value: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(value);
  if (!result.issues) return result.value;
  const errors = result.issues.slice(0, 20).map(({ path, message }) => ({
    path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));
  throw problem('INVALID_INPUT', { errors });
}
