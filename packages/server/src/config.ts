import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Reads a program's configuration once. `NAME_FILE` may hold the path of a file with the value of `NAME` (secrets).
 * @throws Error that lists every wrong variable, for a person to read.
 */
export function loadConfig<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, env: NodeJS.ProcessEnv = process.env) {
  const values: Record<string, string> = {};
  const wrong: string[] = [];
  for (const name of Object.keys(schema.shape)) {
    const file = env[`${name}_FILE`];
    const value = env[name];
    if (file) {
      try {
        values[name] = readFileSync(file, 'utf8').trim();
      } catch (error) {
        wrong.push(`${name}_FILE: cannot read ${file} (${(error as NodeJS.ErrnoException).code ?? error})`);
      }
    } else if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) wrong.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  if (!parsed.success || wrong.length > 0) throw new Error(`The configuration is not valid:\n  ${wrong.join('\n  ')}`);
  return parsed.data;
}

/** One line per variable for `.env.example`: description, then `NAME=default`. Secrets carry no default. */
export function describeConfig(schema: z.ZodObject): string {
  return Object.entries(schema.shape)
    .map(([name, field]) => {
      const type = field as z.ZodType;
      const fallback = type.safeParse(undefined);
      const value = fallback.success && fallback.data !== undefined ? shown(fallback.data) : '';
      return `# ${type.description ?? name}\n${value === '' ? '# ' : ''}${name}=${value}`;
    })
    .join('\n');
}

const shown = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** `true`/`1`/`yes` are true, everything else is false (R-060: off unless exactly on). */
export const flag = (fallback: boolean) =>
  z
    .string()
    .default(String(fallback))
    .transform((text) => ['true', '1', 'yes'].includes(text.toLowerCase()));
