import type { ProcedureMeta } from '@chat-saas/contract';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { z } from 'zod';

/** Texts that hurt somebody once: injections, paths, templates, scripts, control characters, and what is merely long. */
export const TEXTS = [
  '',
  ' ',
  '💥👩‍👩‍👧‍👦',
  'ção\u0301',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\u202egnp.exe',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '{{7*7}}',
  '{{constructor.constructor}}',
  ['$', '{7*7}'].join(''),
  '$where',
  '{"$gt":""}',
  "' || 1==1 //",
  '<script>alert(1)</script>',
  '@import url(javascript:alert(1))',
  'a\r\nX-Injected: 1',
  '__proto__',
  '9999999999999999-z',
  '999999999999999-z',
  '-1',
  'NaN',
  '1e309',
  '.*(a+)+$[',
  'x'.repeat(10_000),
] as const;

/** Values that are of no type that anybody asked for. */
export const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  ['a', 'b'],
  {},
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { toString: 'x', valueOf: 'x' },
  JSON.parse('{"__proto__":{"role":"platform"},"constructor":{"prototype":{"role":"platform"}}}'),
];

export interface Target {
  path: string;
  method: string;
  url: string;
  access: ProcedureMeta['access'];
  /** A right input, as far as the schema tells. */
  input: Record<string, unknown>;
}

/** Every procedure of a contract with an input that its schema takes. */
export function targetsOf(contract: AnyContractRouter, path: string[] = []): Target[] {
  if (!isContractProcedure(contract))
    return Object.entries(contract).flatMap(([key, child]) => targetsOf(child as AnyContractRouter, [...path, key]));
  const { meta, route, inputSchema } = contract['~orpc'];
  const input = inputSchema ? sampleOf(inputSchema as z.ZodType) : {};
  return [
    {
      path: path.join('.'),
      method: route.method ?? 'POST',
      url: route.path ?? '',
      access: (meta as ProcedureMeta).access,
      input: input as Record<string, unknown>,
    },
  ];
}

const WORDS = ['texto-bom-0', 'a@b.example', '5581997124408', '#4f46e5', 'texto', 'abcdefghjkmnpqrstvwx'];

/** A value that the schema takes. @throws Error when none is known: then a way to make one is missing here */
function sampleOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, sampleOf(field as z.ZodType)]));
  if (schema instanceof z.ZodDiscriminatedUnion) return sampleOf(schema.options[0] as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return sampleOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodRecord) return {};
  if (schema instanceof z.ZodEnum) return schema.options[0];
  const good = [...WORDS, 1, true, ...(schema instanceof z.ZodLiteral ? [...schema.values] : [])].find(
    (value) => schema.safeParse(value).success,
  );
  if (good === undefined) throw new Error(`no sample for ${schema.type}`);
  return good;
}

/** The input with one leaf after the other replaced by something hostile. */
export function* mutationsOf(input: Record<string, unknown>): Generator<{ field: string; input: Record<string, unknown> }> {
  for (const [key, value] of Object.entries(input)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const inner of mutationsOf(value as Record<string, unknown>))
        yield { field: `${key}.${inner.field}`, input: { ...input, [key]: inner.input } };
    for (const hostile of [...TEXTS, ...VALUES]) yield { field: key, input: { ...input, [key]: hostile } };
  }
}

/** Bodies that aren't what they say, or aren't JSON at all. */
export const BODIES: readonly { name: string; type: string; body: string }[] = [
  { name: 'malformed JSON', type: 'application/json', body: '{"name":' },
  { name: 'NaN', type: 'application/json', body: '{"name":NaN}' },
  { name: 'a list', type: 'application/json', body: '[]' },
  { name: 'a bare text', type: 'application/json', body: '"x"' },
  { name: 'null', type: 'application/json', body: 'null' },
  { name: 'a prototype', type: 'application/json', body: '{"__proto__":{"role":"platform"}}' },
  { name: 'deep nesting', type: 'application/json', body: `${'['.repeat(50_000)}${']'.repeat(50_000)}` },
  { name: 'deep objects', type: 'application/json', body: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}` },
  { name: 'too much', type: 'application/json', body: JSON.stringify({ name: 'x'.repeat(300_000) }) },
  { name: 'broken UTF-8', type: 'application/json', body: '{"name":"\u00ff"}' },
  { name: 'a strange charset', type: 'application/json; charset=utf-7', body: '{}' },
  { name: 'text', type: 'text/plain', body: '{"name":"x"}' },
  { name: 'XML', type: 'application/xml', body: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' },
  { name: 'a form', type: 'application/x-www-form-urlencoded', body: 'name=x&name[$ne]=y&__proto__[role]=platform' },
  {
    name: 'multipart',
    type: 'multipart/form-data; boundary=y',
    body: '--y\r\nContent-Disposition: form-data; name="name"\r\n\r\nx\r\n--y--\r\n',
  },
  { name: 'multipart without end', type: 'multipart/form-data; boundary=y', body: '--y' },
  { name: 'multipart without boundary', type: 'multipart/form-data', body: '--y' },
  { name: 'an event stream', type: 'text/event-stream', body: 'event: message\ndata: x\n\n' },
  { name: 'bytes', type: 'application/octet-stream', body: '\u0000\u0001' },
];

/** Path parts where an id is expected. */
export const IDS = [
  'x'.repeat(10_000),
  '%00',
  'a%00b',
  '%2e%2e%2f',
  '..%2f..%2fetc%2fpasswd',
  '%ff',
  '%E0%A4%A',
  '%zz',
  '{{7*7}}',
  '$where',
  "'",
  '%20',
  '[object%20Object]',
  '-1',
  'NaN',
  '__proto__',
  'constructor',
  '💥',
].map((id) => (id === '💥' ? encodeURIComponent(id) : id));
