import { randomUUID } from 'node:crypto';
import type { EngineName } from '../../api/types.ts';
import { need } from '../../app/ask.ts';
import type { Cli } from '../../app/cli.ts';
import type { ChangeFlags } from '../../app/flags.ts';
import { mayGoOn } from '../../operations/preview.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { tenantRef } from '../tenant/tenant-ref.ts';
import { instanceText } from './instance-text.ts';

interface Options extends ChangeFlags {
  tenant?: string;
  name?: string;
  engine?: EngineName;
}

export async function createInstance(cli: Cli, [word]: (string | undefined)[], options: Options): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.instance);
  const tenantId = tenantRef(word, options.tenant);
  const name = await need(cli, '--name', options.name, 'Name of the number:');
  const { engine } = options;
  const look = async () => {
    const { items } = await cli.api().instances.list({ tenantId });
    const steps = [`Add the number “${name}”${engine ? ` on the engine ${engine}` : ''}`];
    return { kind: 'create_instance', tenant: tenantId, steps, world: items.map(({ id }) => id) };
  };
  if (!(await mayGoOn(cli, options, look))) return;
  const context = { idempotencyKey: options.idempotencyKey ?? randomUUID() };
  const instance = await cli.api().instances.create({ tenantId, name, engine }, { context });
  await print({ instance }, () => instanceText(instance, cli.out.colors));
  cli.out.note(`Link it: chat-cli instance link ${tenantId} ${instance.id}`);
}
