import type { Cli } from '../../app/cli.ts';
import { VERSION } from '../../app/version.ts';

export async function showVersion(cli: Cli): Promise<void> {
  const print = cli.out.answer({ members: { version: [], node: [], platform: [] } });
  const { version: node, platform } = process;
  await print({ version: VERSION, node, platform }, () => `chat-cli ${VERSION} (Node ${node.slice(1)}, ${platform})`);
}
