import { readFile } from 'node:fs/promises';
import type { Locale } from '@chat-saas/server/locale';
import type { z } from 'zod';

const FOLDER = new URL('../../../templates/messages/', import.meta.url);
const MAX_COMPILED = 100;

type Fill = (values: Record<string, string>) => string;
const compiled = new Map<string, Fill>();

/** Texts of the product in one language: `templates/messages/<locale>/<name>.json`. */
export async function readTexts<Schema extends z.ZodType>(schema: Schema, locale: Locale, name: string): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse(await readFile(new URL(`${locale}/${name}.json`, FOLDER), 'utf8')));
}

/** Puts values in place of `{{name}}`. The result is plain text: nothing is escaped. */
export async function fillText(template: string, values: Record<string, string>): Promise<string> {
  if (!template.includes('{{')) return template;
  let fill = compiled.get(template);
  if (!fill) {
    const { default: Handlebars } = await import('handlebars');
    fill = Handlebars.compile<Record<string, string>>(template, { noEscape: true });
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(template, fill);
  }
  return fill(values);
}

/** What a person may not write in a text: null when all of its `{{…}}` are plain names out of `allowed`. */
export async function findForbiddenPlaceholder(template: string, allowed: readonly string[]): Promise<string | null> {
  if (!template.includes('{{')) return null;
  const { default: Handlebars } = await import('handlebars');
  try {
    for (const part of Handlebars.parse(template).body) {
      if (part.type === 'ContentStatement') continue;
      if (!isPlainName(part)) return 'a command';
      if (!allowed.includes(part.path.original)) return `{{${part.path.original}}}`;
    }
    return null;
  } catch (error) {
    // The parser's own words carry line drawings; the person needs to know only that braces don't match.
    if (error instanceof Error) return '{{ without its }}';
    throw error;
  }
}

function isPlainName(part: hbs.AST.Statement): part is hbs.AST.MustacheStatement & { path: hbs.AST.PathExpression } {
  if (part.type !== 'MustacheStatement') return false;
  const { path, params, hash } = part as hbs.AST.MustacheStatement;
  return path.type === 'PathExpression' && params.length === 0 && !hash?.pairs.length;
}
