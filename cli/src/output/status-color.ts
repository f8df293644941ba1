import type { Colors } from './style.ts';

const GOOD = ['ready', 'succeeded', 'ok', 'CONECTADO'];
const BAD = ['failed', 'rolled_back', 'fail', 'blocked', 'ERRO'];
const WATCH = ['degraded', 'provisioning', 'deleting', 'running', 'queued', 'warn', 'suspended', 'awaiting_link'];

export function colorStatus(status: string, colors: Colors): string {
  if (GOOD.includes(status)) return colors.green(status);
  if (BAD.includes(status)) return colors.red(status);
  return WATCH.includes(status) ? colors.yellow(status) : status;
}
