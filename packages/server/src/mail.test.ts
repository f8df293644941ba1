import { type AddressInfo, createServer } from 'node:net';
import { afterAll, expect, it } from '@jest/globals';
import { createMail } from './mail.ts';

/** Speaks as much SMTP (RFC 5321) as one letter needs; `refuse` answers the recipient with 550. */
let refuse = false;
const heard: string[] = [];
const server = createServer((socket) => {
  let isData = false;
  socket.write('220 test ESMTP\r\n');
  socket.on('error', () => undefined); // the client hangs up as it likes
  socket.on('data', (chunk) => {
    for (const line of String(chunk).split('\r\n').slice(0, -1)) {
      heard.push(line);
      if (isData) {
        if (line !== '.') continue;
        isData = false;
        socket.write('250 taken\r\n');
      } else if (line === 'DATA') {
        isData = true;
        socket.write('354 go\r\n');
      } else if (line === 'QUIT') socket.end('221 bye\r\n');
      else if (line.startsWith('RCPT') && refuse) socket.write('550 no such mailbox\r\n');
      else socket.write('250 ok\r\n');
    }
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`;
afterAll(() => void server.close());

const letter = { to: 'ana@padaria.example', subject: 'Olá', text: 'Bom dia' };

it('hands the letter to the server', async () => {
  const mail = createMail(url, 'Chat <chat@saas.example>');
  await mail.send(letter);
  expect(mail.isConfigured).toBe(true);
  expect(heard).toEqual(expect.arrayContaining(['MAIL FROM:<chat@saas.example>', 'RCPT TO:<ana@padaria.example>', 'Bom dia']));
});

it('rejects when the server refuses, and when there is none', async () => {
  refuse = true;
  await expect(createMail(url, 'x@saas.example').send(letter)).rejects.toThrow('550');
  const none = createMail(null, 'x@saas.example');
  expect(none.isConfigured).toBe(false);
  await expect(none.send(letter)).rejects.toThrow('SMTP_URL is not set.');
});
