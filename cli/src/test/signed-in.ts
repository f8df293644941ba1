import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type PlatformServer, platformServer } from './platform-server.ts';
import { PlatformWorld, TOKEN } from './platform-world.ts';
import { type CliHome, cliHome, type Ran, type RunOptions } from './run-cli.ts';

/** For a test file: a control plane, and the binary signed in to it by the environment. The world is new in every test. */
export function signedIn() {
  let server: PlatformServer;
  let home: CliHome;
  beforeAll(async () => {
    server = await platformServer();
    home = cliHome();
  });
  beforeEach(() => {
    Object.assign(server.world, new PlatformWorld());
  });
  afterAll(async () => {
    await server.stop();
    home.remove();
  });
  const env = () => ({ CHAT_CLI_URL: server.url, CHAT_CLI_TOKEN: TOKEN });
  return {
    get world() {
      return server.world;
    },
    get url() {
      return server.url;
    },
    get home() {
      return home;
    },
    cli: (args: string[], options: RunOptions = {}): Promise<Ran> => home.run(args, { ...options, env: { ...env(), ...options.env } }),
    terminal: (args: string[], options: RunOptions = {}): Promise<Ran> =>
      home.runInTerminal(args, { ...options, env: { ...env(), ...options.env } }),
  };
}

/** One JSON value per line. */
export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
