export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'plain';
export interface LogLine {
  /** ISO, or null where the line has none. */
  at: string | null;
  level: LogLevel;
  text: string;
  /** What else the line tells, as `name=value`. */
  facts: string;
}

/** What pino writes on every line and nobody reads. */
const NOISE = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'v', 'req', 'res', 'responseTime']);

/** One line of a stack's log: our servers' JSON taken apart, any other text as it is. */
export function parseLogLine(line: string): LogLine {
  const plain: LogLine = { at: null, level: 'plain', text: line, facts: '' };
  if (!line.startsWith('{')) return plain;
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    return plain; // a line that was cut
  }
  if (typeof fields !== 'object' || fields === null) return plain;
  const { level, time, msg, req, res, responseTime } = fields as Record<string, unknown>;
  if (typeof level !== 'number') return plain;
  const request = requestOf(req, res, responseTime);
  const facts = Object.entries(fields).flatMap(([name, value]) => (NOISE.has(name) ? [] : [`${name}=${shown(value)}`]));
  return { at: toIso(time), level: levelOf(level), text: typeof msg === 'string' ? msg : '', facts: [...request, ...facts].join(' ') };
}

/** `GET /api/v1/me 200 4 ms`: what a line about a request is read for. */
function requestOf(req: unknown, res: unknown, tookMs: unknown): string[] {
  const { method, url } = partsOf(req);
  const status = partsOf(res).status ?? partsOf(res).statusCode;
  const words = [method, url, status].filter((word) => typeof word === 'string' || typeof word === 'number').map(String);
  return typeof tookMs === 'number' && words.length > 0 ? [...words, `${Math.round(tookMs)} ms`] : words;
}

const partsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const levelOf = (level: number): LogLevel => (level >= 50 ? 'error' : level >= 40 ? 'warn' : level >= 30 ? 'info' : 'debug');

function toIso(time: unknown): string | null {
  const date = typeof time === 'string' || typeof time === 'number' ? new Date(time) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return /\s/.test(value) ? JSON.stringify(value) : value;
  if (typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string')
    return JSON.stringify(value.message);
  return JSON.stringify(value);
}
