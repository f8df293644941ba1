import { line, Phone, paragraph } from '@chat-saas/contract';
import { problem } from '@chat-saas/server/problem';
import type { Request } from 'express';
import { z } from 'zod';

export const ScanInput = z.object({ qr: z.string().max(600).optional() });
export const CodeInput = z.object({ code: z.string().trim().min(8).max(12), phone: Phone });
export const CustomerInput = z.object({ from: Phone });
export const TypingInput = CustomerInput.extend({ on: z.boolean() });
export const WritingInput = CustomerInput.extend({
  name: line(60).optional(),
  text: paragraph(4096).optional(),
  id: z
    .string()
    .regex(/^[0-9a-zA-Z-]{8,40}$/, 'This is not an id.')
    .optional(),
  voice: z.literal('1').optional(),
});

/** @throws INVALID_INPUT naming what is wrong */
export function inputOf<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  throw problem('INVALID_INPUT', {
    errors: parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

export const bodyOf = <Schema extends z.ZodType>(schema: Schema, req: Request): z.output<Schema> => inputOf(schema, req.body);
