import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instance } from '../../api/types.ts';
import type { Cli } from '../../app/cli.ts';
import { CliError } from '../../app/cli-error.ts';
import type { ChangeFlags, WaitFlags } from '../../app/flags.ts';
import { onInterruptSay } from '../../app/interrupt.ts';
import { mayGoOn } from '../../operations/preview.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { timeoutOf } from '../../operations/watch.ts';
import { formatDuration } from '../../output/duration.ts';
import { plain, words } from '../../output/style.ts';
import { tenantAndRest } from '../tenant/tenant-ref.ts';
import { findInstance } from './instance-ref.ts';
import { instanceText } from './instance-text.ts';

const POLL_MS = 1000;
/** A session that starts shows its QR within this time. */
const OFFER_MS = 90_000;

interface Options extends ChangeFlags, WaitFlags {
  tenant?: string;
  /** Asks for a pairing code for this phone instead of a QR. */
  phone?: string;
}

/** Offers a fresh QR (or a pairing code); on a terminal, or with `--wait`, stays until the number is linked. */
export async function linkInstance(cli: Cli, line: (string | undefined)[], options: Options): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.instance);
  const timeoutMs = timeoutOf(cli, options.timeout);
  const { tenant, rest } = tenantAndRest(line, options.tenant);
  const found = await findInstance(cli, tenant, rest);
  const method = options.phone ? 'code' : 'qr';
  const steps = ['Start the session', method === 'qr' ? 'Offer a QR' : 'Offer a pairing code'];
  const look = () => ({ kind: 'link_instance', tenant: `${tenant}: ${found.name}`, steps, world: { id: found.id, state: found.state } });
  if (!(await mayGoOn(cli, options, look))) return;
  const context = { idempotencyKey: options.idempotencyKey ?? randomUUID() };
  const ref = { tenantId: tenant, id: found.id };
  const asked = await cli.api().instances.link({ ...ref, method, phone: options.phone }, { context });
  const isWaiting = options.wait ?? (cli.out.isTerminal && !cli.out.isData);
  const instance = await follow(cli, ref, asked, isWaiting ? timeoutMs : Math.min(OFFER_MS, timeoutMs), isWaiting);
  await print({ instance }, () => instanceText(instance, cli.out.colors));
}

/** Shows each new offer until one was shown (or, when waiting, until the number is linked). @throws LINK_FAILED, STILL_RUNNING */
async function follow(
  cli: Cli,
  ref: { tenantId: string; id: string },
  first: Instance,
  timeoutMs: number,
  isWaiting: boolean,
): Promise<Instance> {
  onInterruptSay('No longer waiting; the QR stays valid until it expires.');
  const deadline = Date.now() + timeoutMs;
  let instance = first;
  let shown: string | null = null;
  for (;;) {
    if (instance.link && instance.link.payload !== shown) {
      shown = instance.link.payload;
      await showOffer(cli, instance.link);
    }
    if (instance.state === 'ready' || (shown && !isWaiting)) return instance;
    if (['failed', 'blocked'].includes(instance.state))
      throw new CliError('LINK_FAILED', `The number could not be linked: ${words(instance.reason ?? instance.state).toLowerCase()}.`, {
        hint: `Try again, or read \`chat-cli tenant logs ${ref.tenantId}\`.`,
      });
    if (Date.now() >= deadline)
      throw new CliError('STILL_RUNNING', `The number is not linked after ${formatDuration(timeoutMs)}.`, {
        hint: `See it with \`chat-cli instance list ${ref.tenantId}\`, or ask again.`,
      });
    await sleep(POLL_MS);
    const { items } = await cli.quietApi().instances.list({ tenantId: ref.tenantId });
    instance = items.find(({ id }) => id === ref.id) ?? instance;
  }
}

async function showOffer(cli: Cli, link: NonNullable<Instance['link']>): Promise<void> {
  if (cli.out.mode === 'ndjson') return cli.out.event('link', { link });
  if (cli.out.isData) return;
  if (link.method === 'code') {
    const code = plain(link.payload);
    return cli.out.note(
      `In WhatsApp: Linked devices → Link with phone number → type ${cli.out.errColors.bold(`${code.slice(0, 4)}-${code.slice(4)}`)}`,
    );
  }
  cli.out.note('In WhatsApp: Linked devices → Link a device → scan this:');
  if (!process.stderr.isTTY) return cli.out.note(plain(link.payload));
  const { toString: draw } = await import('qrcode');
  cli.out.note(await draw(link.payload, { type: 'utf8', errorCorrectionLevel: 'L' }));
}
