import { pino } from 'pino';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'> & { child(bindings: Record<string, unknown>): Log };

const REDACTED = ['password', 'token', 'secret', 'authorization', 'cookie', 'current', 'next', 'qr', 'payload'];

/** JSON lines on standard output; names that carry secrets are blanked at any of the first two levels. */
export function createLog(name: string, level = 'info', destination?: pino.DestinationStream): pino.Logger {
  const paths = REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const options: pino.LoggerOptions = {
    name,
    level,
    redact: { paths: [...paths, 'req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'], censor: '[hidden]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
