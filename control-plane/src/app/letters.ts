import { readFile } from 'node:fs/promises';
import type { Locale } from '@chat-saas/server/locale';
import { z } from 'zod';

const FOLDER = new URL('../../../templates/messages/', import.meta.url);
const Letter = z.object({ subject: z.string(), text: z.string() });

/** A letter of `templates/messages/<locale>/<name>.json` with values in place of `{{name}}`; plain text. */
export async function writeLetter(name: string, locale: Locale, values: Record<string, string>): Promise<z.infer<typeof Letter>> {
  const { subject, text } = Letter.parse(JSON.parse(await readFile(new URL(`${locale}/${name}.json`, FOLDER), 'utf8')));
  const fill = (template: string) => template.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values[key] ?? whole);
  return { subject: fill(subject), text: fill(text) };
}
