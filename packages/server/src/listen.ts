import { chmodSync, existsSync, statSync, unlinkSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';

/**
 * Listens on a port of the loopback (`3001`), an address (`0.0.0.0:3001`) or a Unix socket (`/path/app.sock`, mode 0600).
 * A socket file that nobody answers is left over from a crash and removed.
 * @throws Error in one sentence when the place is taken.
 */
export async function listen(server: Server, where: string): Promise<void> {
  if (where.startsWith('/') && existsSync(where)) {
    if (!statSync(where).isSocket()) throw new Error(`${where} is a file, not a socket. Choose another path.`);
    if (await answers(where)) throw new Error(`Another program already listens on ${where}.`);
    unlinkSync(where);
  }
  const [host, port] = where.includes(':')
    ? [where.slice(0, where.lastIndexOf(':')), Number(where.slice(where.lastIndexOf(':') + 1))]
    : ['127.0.0.1', Number(where)];
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken. Stop the other program or choose another port.`, { cause: error })
          : error,
      ),
    );
    if (where.startsWith('/')) server.listen(where, resolve);
    else server.listen(port, host, resolve);
  });
  if (where.startsWith('/')) chmodSync(where, 0o600);
}

const answers = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
