import { usageError } from '../app/cli-error.ts';

/**
 * The members of an answer and the fields of each, in print order. An empty list is a member without fields (a text, a number).
 * Bare names in `--json id,name` mean fields of the first member. `more` can be asked for by name only.
 */
export interface Shape {
  members: Record<string, readonly string[]>;
  more?: readonly string[];
}
type Row = Record<string, unknown>;

/** Reads the value of `--json`; null means all. @throws USAGE listing the valid fields */
export function parseFields(shape: Shape, json: string | boolean | undefined): string[] | null {
  if (typeof json !== 'string') return null;
  const valid = validFields(shape);
  const fields = json
    .split(',')
    .map((field) => field.trim())
    .filter(Boolean);
  const wrong = fields.filter((field) => !valid.includes(field));
  if (wrong.length > 0 || fields.length === 0)
    throw usageError(
      `--json does not know ${wrong.map((field) => `“${field}”`).join(', ') || 'an empty field'}.`,
      `Valid fields: ${valid.join(', ')}.`,
    );
  return fields;
}

/** The answer with only what was asked for; what a member's shape doesn't name is left out. */
export function pickFields(shape: Shape, data: Row, fields: string[] | null): Row {
  const [first = ''] = Object.keys(shape.members);
  const answer: Row = {};
  for (const [member, all] of Object.entries(shape.members)) {
    if (data[member] === undefined) continue;
    const bare = member === first ? [...all, ...(shape.more ?? [])] : [];
    const chosen = fields ? chosenOf(member, all, bare, fields) : all;
    if (chosen) answer[member] = pick(data[member], chosen);
  }
  if ('nextCursor' in data) answer.nextCursor = data.nextCursor;
  return answer;
}

/** Null: nothing of this member was asked for. */
function chosenOf(member: string, all: readonly string[], bare: string[], fields: string[]): readonly string[] | null {
  if (fields.includes(member)) return all;
  const prefix = `${member}.`;
  const own = fields.flatMap((field) => (field.startsWith(prefix) ? [field.slice(prefix.length)] : bare.includes(field) ? [field] : []));
  return own.length > 0 ? own : null;
}

function pick(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, fields));
  if (fields.length === 0 || typeof value !== 'object' || value === null) return value;
  const row = value as Row;
  return Object.fromEntries(fields.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]));
}

function validFields({ members, more = [] }: Shape): string[] {
  const [first, ...others] = Object.entries(members);
  const own = first ? [...(first[1].length > 0 ? first[1] : [first[0]]), ...more] : [];
  return [...own, ...others.flatMap(([name, fields]) => [name, ...fields.map((field) => `${name}.${field}`)])];
}
