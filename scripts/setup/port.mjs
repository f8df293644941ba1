import { createServer } from 'node:net';
import { UserFailure } from './failure.mjs';

const addresses = ['127.0.0.1', '::', '0.0.0.0'];

/** Makes sure that nobody listens on a port of this machine. @throws UserFailure naming the port */
export async function expectFreePort(port, advice) {
  for (const host of addresses) {
    const code = await tryListen(port, host);
    if (code === 'EADDRINUSE') throw new UserFailure(`Port ${port} is taken by another program: stop it, or ${advice}.`);
    if (code === 'EACCES') throw new UserFailure(`Port ${port} needs more rights than this user has: ${advice}.`);
  }
}

function tryListen(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(null)));
  });
}
