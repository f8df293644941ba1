import { z } from 'zod';

/** Cursor pages: pass `nextCursor` of the last answer as `cursor`; null means that this was the last page. */
export const PageInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
