import { randomUUID } from 'node:crypto';
import type { Instance } from '../../api/types.ts';
import { confirmDanger } from '../../app/ask.ts';
import type { Cli } from '../../app/cli.ts';
import type { ChangeFlags } from '../../app/flags.ts';
import { mayGoOn } from '../../operations/preview.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { plain } from '../../output/style.ts';
import { tenantAndRest } from '../tenant/tenant-ref.ts';
import { findInstance } from './instance-ref.ts';
import { instanceText } from './instance-text.ts';

interface Options extends ChangeFlags {
  tenant?: string;
  yes?: boolean;
}
type Words = (string | undefined)[];

export const restartInstance = (cli: Cli, words: Words, options: Options) =>
  change(
    cli,
    words,
    options,
    { kind: 'restart_instance', steps: ['Stop the session; the link is kept', 'Start the session'] },
    (input, context) => cli.api().instances.restart(input, context),
  );

/** Unlinks a number: using it again takes a new QR. */
export const logoutInstance = (cli: Cli, words: Words, options: Options) =>
  change(
    cli,
    words,
    options,
    {
      kind: 'logout_instance',
      steps: ['Unlink the number from WhatsApp'],
      question: (instance) => `Unlink ${plain(instance.name)}? It answers nobody until its QR is scanned again.`,
    },
    (input, context) => cli.api().instances.logout(input, context),
  );

interface Change {
  kind: string;
  steps: string[];
  question?: (instance: Instance) => string;
}
type Act = (input: { tenantId: string; id: string }, options: { context: { idempotencyKey: string } }) => Promise<Instance>;

async function change(cli: Cli, words: Words, options: Options, { kind, steps, question }: Change, act: Act): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.instance);
  const { tenant, rest } = tenantAndRest(words, options.tenant);
  const found = await findInstance(cli, tenant, rest);
  const look = () => ({ kind, tenant: `${tenant}: ${found.name}`, steps, world: { id: found.id, state: found.state } });
  if (!(await mayGoOn(cli, options, look))) return;
  if (question) await confirmDanger(cli, question(found), options.yes);
  const context = { idempotencyKey: options.idempotencyKey ?? randomUUID() };
  const instance = await act({ tenantId: tenant, id: found.id }, { context });
  await print({ instance }, () => instanceText(instance, cli.out.colors));
}
