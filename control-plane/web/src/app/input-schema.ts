import type { z } from 'zod';

/** The zod schema that a procedure of the contract checks its input with: forms check with the same one. */
export function inputSchema(procedure: { '~orpc': { inputSchema?: unknown } }): z.ZodType {
  const schema = procedure['~orpc'].inputSchema;
  if (!schema) throw new Error('This procedure takes no input');
  return schema as z.ZodType;
}
