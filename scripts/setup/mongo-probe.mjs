import { connect } from 'node:net';

/** A MongoDB message (OP_MSG) that asks for the names of the databases: unlike `hello`, only a working engine answers it. */
export function probeMessage() {
  const body = bsonDocument([int32('listDatabases', 1), boolean('nameOnly', true), text('$db', 'admin')]);
  const message = Buffer.alloc(21);
  message.writeInt32LE(21 + body.length, 0);
  message.writeInt32LE(1, 4);
  message.writeInt32LE(2013, 12);
  return Buffer.concat([message, body]);
}

function bsonDocument(elements) {
  const length = Buffer.alloc(4);
  const content = Buffer.concat([...elements, Buffer.from([0])]);
  length.writeInt32LE(content.length + 4);
  return Buffer.concat([length, content]);
}

function int32(name, value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return Buffer.concat([Buffer.from(`\x10${name}\0`), bytes]);
}

function boolean(name, value) {
  return Buffer.from([...Buffer.from(`\x08${name}\0`), value ? 1 : 0]);
}

function text(name, value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(Buffer.byteLength(value) + 1);
  return Buffer.concat([Buffer.from(`\x02${name}\0`), bytes, Buffer.from(`${value}\0`)]);
}

const okDouble = Buffer.concat([Buffer.from('\x01ok\0'), Buffer.from([0, 0, 0, 0, 0, 0, 0xf0, 0x3f])]);

/** Whether a MongoDB-compatible engine without sign-in works behind a socket. Never throws. */
export function engineAnswers(socketPath, timeoutMs = 2_000) {
  return new Promise((done) => {
    const socket = connect({ path: socketPath });
    const finish = (result) => {
      socket.destroy();
      done(result);
    };
    let received = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
    socket.on('connect', () => socket.write(probeMessage()));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= 4 && received.length >= received.readInt32LE(0)) finish(received.includes(okDouble));
    });
  });
}

/** Host and port pairs of a `mongodb://` address; empty for sockets and for `mongodb+srv://`, which only a driver resolves. */
export function hostsOf(uri) {
  const list = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? '';
  return list
    .split(',')
    .filter((host) => host && !host.toLowerCase().startsWith('%2f'))
    .map((host) => {
      const [, name, port] = /^(.*?)(?::(\d+))?$/.exec(host);
      return { host: name.replace(/^\[|\]$/g, ''), port: Number(port ?? 27017) };
    });
}

/** Whether a TCP port can be reached. Never throws. */
export function portAnswers({ host, port }, timeoutMs = 3_000) {
  return new Promise((done) => {
    const socket = connect({ host, port });
    const finish = (result) => {
      socket.destroy();
      done(result);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('connect', () => finish(true));
  });
}
