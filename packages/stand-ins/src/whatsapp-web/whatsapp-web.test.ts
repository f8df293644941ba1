import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createCertificate } from './certificate.ts';
import { connectControl } from './control-client.ts';
import { startWhatsAppWeb } from './whatsapp-web.ts';

const stateDir = mkdtempSync(join(tmpdir(), 'stand-in-'));
afterAll(() => rmSync(stateDir, { recursive: true, force: true }));

describe('whatsapp web stand-in', () => {
  it('has a certificate that TLS accepts for its host name', async () => {
    const world = await startWhatsAppWeb({ stateDir });
    const { certPem } = JSON.parse(readFileSync(join(stateDir, 'certificate.json'), 'utf8')) as { certPem: string };
    const socket = connect({ port: world.port, host: '127.0.0.1', servername: 'web.whatsapp.com', ca: certPem });
    await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
    expect(socket.authorized).toBe(true);
    socket.destroy();
    await world.close();
    expect(createCertificate('a.test').spki).not.toBe(createCertificate('a.test').spki);
  });

  it('remembers messages, media and its certificate over a restart', async () => {
    const [to, from] = ['5511999990000', '5511888880000'];
    const first = await startWhatsAppWeb({ stateDir });
    first.control.inbound({ to, from, body: 'oi', id: 'A1' });
    expect(first.control.inbound({ to, from, body: 'oi', id: 'A1' })).toEqual({ id: `false_${from}@c.us_A1`, live: false });
    first.control.inbound({ to, from, type: 'image', mimetype: 'image/png', mediaBase64: 'AAEC' });
    await first.close();
    const second = await startWhatsAppWeb({ stateDir });
    expect(second.chromiumArgs[1]).toBe(first.chromiumArgs[1]);
    const history = second.control.history({ phone: to });
    expect(history.map(({ body, type }) => body ?? type)).toEqual(['oi', 'image']);
    expect(second.control.mediaBytes({ path: history[1]!.directPath! })).toEqual({ type: 'image/png', base64: 'AAEC' });
    await second.close();
  });

  it('is driven over HTTP too, and says what it does not know', async () => {
    const world = await startWhatsAppWeb();
    const control = connectControl(world.controlUrl);
    expect(await control.scan({ qr: 'x', phone: '5511999990000' })).toEqual({ ok: false, error: 'qr expired or unknown' });
    expect(await control.sent({ phone: '5511999990000' })).toEqual([]);
    const unknown = await fetch(`${world.controlUrl}/nothing`, { method: 'POST' });
    expect([unknown.status, ((await unknown.json()) as { verbs: string[] }).verbs.includes('scan')]).toEqual([404, true]);
    expect((await fetch(`${world.controlUrl}/scan`, { method: 'POST', body: '{' })).status).toBe(400);
    await world.close();
  });
});
