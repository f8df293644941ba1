import type { Cli } from '../../app/cli.ts';
import { EXIT } from '../../app/exit-code.ts';
import { colorStatus } from '../../output/status-color.ts';
import { plain } from '../../output/style.ts';
import { type Check, checkNode, checkServer, checkSettings, checkTenants, checkToken } from './doctor.checks.ts';

/** Looks at everything that the other commands need; exit code 1 when a check fails. */
export async function doctor(cli: Cli): Promise<void> {
  const print = cli.out.answer({ members: { checks: ['name', 'status', 'detail', 'advice'], ok: [] } });
  const checks: Check[] = [];
  const add = (...found: Check[]) => {
    checks.push(...found);
    for (const check of found) cli.out.event('check', { check });
    if (!cli.out.isData) for (const check of found) cli.out.print(lineOf(cli, check));
  };
  add(checkNode());
  add(...checkSettings(cli));
  const canAsk = checks.every(({ status }) => status !== 'fail');
  if (canAsk) {
    const server = await checkServer(cli);
    add(...server);
    if (server.every(({ status }) => status !== 'fail')) {
      const token = await checkToken(cli);
      add(token);
      if (token.status === 'ok') add(...(await checkTenants(cli)));
    }
  }
  const failed = checks.filter(({ status }) => status === 'fail').length;
  const warned = checks.filter(({ status }) => status === 'warn').length;
  await print(
    { checks, ok: failed === 0 },
    () => `${count(checks.length, 'check')}, ${count(warned, 'warning')}, ${count(failed, 'failure')}`,
  );
  if (failed > 0) process.exitCode = EXIT.failure;
}

function lineOf({ out }: Cli, { name, status, detail, advice }: Check): string {
  const line = `${colorStatus(status, out.colors)}${' '.repeat(5 - status.length)}${plain(name)}: ${plain(detail)}`;
  return advice ? `${line}\n     ${advice}` : line;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
