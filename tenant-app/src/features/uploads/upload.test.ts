import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENTITLEMENT_DEFAULTS } from '@chat-saas/contract';
import { beforeEach, expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';
import { readUpload, storeMedia, useUpload } from './upload.service.ts';
import { sweepUploads } from './upload-sweep.ts';

const server = await testServer({ env: { MAX_UPLOAD_MB: '1' } });
const agent = await server.anAgent();
const as = server.as(agent);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const OGG = Buffer.concat([
  Buffer.from('4f6767530002000000000000000000000000000000000000000001134f70757348656164', 'hex'),
  Buffer.alloc(200),
]);
const folder = join(server.dataDir, 'uploads');

const allow = (features: Partial<typeof ENTITLEMENT_DEFAULTS.features>, storageGB: number | null = 1) =>
  server
    .as('platform')
    .put('/platform/entitlements')
    .send({
      ...ENTITLEMENT_DEFAULTS,
      limits: { ...ENTITLEMENT_DEFAULTS.limits, storageGB },
      features: { ...ENTITLEMENT_DEFAULTS.features, fileUpload: true, audioRecording: true, ...features },
    });
const send = (data: Buffer, name: string, voice?: string) => {
  const request = as.post('/uploads');
  return (voice ? request.field('voice', voice) : request).attach('file', data, { filename: name, contentType: 'image/png' });
};
const media = (id: string) =>
  as
    .get(`/media/${id}`)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });

beforeEach(async () => {
  await allow({});
});

it('takes a picture and shows it to signed-in people only', async () => {
  const { status, body } = await send(PNG, 'bolo de rolo.png');
  expect({ status, body }).toEqual({
    status: 201,
    body: { id: body.id, mime: 'image/png', bytes: PNG.length, filename: 'bolo de rolo.png', kind: 'image' },
  });
  const shown = await media(body.id);
  expect(shown.body.equals(PNG)).toBe(true);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': "inline; filename*=UTF-8''bolo%20de%20rolo.png",
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect((await server.as(null).get(`/media/${body.id}`)).status).toBe(401);
  expect((await readdir(join(folder, 'tmp'))).length).toBe(0);
});

it('sends parts of a file', async () => {
  const { body } = await send(PNG, 'a.png');
  const part = await media(body.id).set('range', 'bytes=1-3');
  expect({ status: part.status, text: part.body.toString() }).toEqual({ status: 206, text: 'PNG' });
  expect((await media(body.id).set('range', 'bytes=9999-')).status).toBe(416);
});

it.each([
  ['a page that says it is a picture', '<!doctype html><script>alert(1)</script>', 'foto.png', 'application/octet-stream'],
  [
    'a drawing with a script',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    'x.svg',
    expect.stringMatching(/xml|octet/),
  ],
  ['a document', '%PDF-1.7\n', 'nota.pdf', 'application/pdf'],
  ['a table', 'a;b', 'preços.csv', 'text/csv'],
])('only ever offers %s for download', async (_, content, name, mime) => {
  const { body } = await send(Buffer.from(content), name);
  expect(body).toMatchObject({ kind: 'document', mime, filename: name });
  const { headers } = await media(body.id);
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment;/),
  });
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['a\u202egnp.exe', 'agnp.exe'],
  ['...', 'file'],
  [`${'ç'.repeat(200)}.pdf`, `${'ç'.repeat(116)}.pdf`],
])('cleans the name %j', async (name, clean) => {
  expect((await send(PNG, name)).body.filename).toBe(clean);
});

it('takes a recording as a voice note, and nothing else as one', async () => {
  expect((await send(OGG, 'voz.ogg', '1')).body).toMatchObject({ kind: 'voice', mime: 'audio/ogg' });
  expect((await send(PNG, 'voz.ogg', '1')).body).toMatchObject({ status: 400, code: 'VOICE_UNREADABLE' });
});

it('keeps to what the plan includes', async () => {
  await allow({ fileUpload: false });
  expect((await send(PNG, 'a.png')).body).toMatchObject({ status: 403, code: 'FEATURE_OFF', params: { feature: 'fileUpload' } });
  expect((await send(OGG, 'voz.ogg', '1')).status).toBe(201);
  await allow({ audioRecording: false });
  expect((await send(OGG, 'voz.ogg', '1')).body).toMatchObject({ code: 'FEATURE_OFF', params: { feature: 'audioRecording' } });
  await allow({ audioRecording: false, fileUpload: false });
  expect((await send(PNG, 'a.png')).body.code).toBe('FEATURE_OFF');
  await allow({}, 0);
  expect((await send(PNG, 'a.png')).body).toMatchObject({ status: 409, code: 'STORAGE_FULL', params: { storageGB: 0 } });
  expect((await readdir(join(folder, 'tmp'))).length).toBe(0);
});

it('refuses what is too large, empty, or no upload at all', async () => {
  expect((await send(Buffer.alloc(1024 * 1024 + 1), 'a.bin')).body).toMatchObject({ status: 413, params: { maxBytes: 1024 * 1024 } });
  expect((await send(Buffer.alloc(0), 'a.bin')).body).toMatchObject({ status: 400, code: 'EMPTY_FILE' });
  expect((await as.post('/uploads').send({ file: 'x' })).body).toMatchObject({ status: 415 });
  expect((await as.post('/uploads').field('voice', '1')).body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  expect((await as.post('/uploads').attach('file', PNG, 'a').attach('file', PNG, 'b')).body).toMatchObject({ status: 400 });
  expect((await as.get('/media/..%2f..%2fetc')).status).toBe(404);
  expect((await as.get('/media/naoexiste')).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await readdir(join(folder, 'tmp'))).length).toBe(0);
});

it('becomes part of one message only', async () => {
  const { body } = await send(PNG, 'a.png');
  expect(await useUpload(server.ctx, body.id, 'ref-1')).toEqual(body);
  expect(await useUpload(server.ctx, body.id, 'ref-1')).toEqual(body);
  expect(await useUpload(server.ctx, body.id, 'ref-2')).toBeNull();
  expect(await useUpload(server.ctx, 'naoexiste', 'ref-1')).toBeNull();
});

it('keeps what came in from WhatsApp, once per message', async () => {
  const inbound = { data: OGG, mime: 'audio/ogg; codecs=opus', filename: null, messageId: 'm1' };
  const first = await storeMedia(server.ctx, inbound);
  expect(first).toMatchObject({ mime: 'audio/ogg', kind: 'audio', filename: 'file' });
  expect((await storeMedia(server.ctx, inbound)).id).toBe(first.id);
  expect(Buffer.from(await readUpload(server.ctx, first.id)).equals(OGG)).toBe(true);
  await expect(readUpload(server.ctx, 'naoexiste')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('sweeps what nobody used for a day, and files without a row', async () => {
  const [unused, used] = [(await send(PNG, 'a.png')).body, (await send(PNG, 'b.png')).body];
  await useUpload(server.ctx, used.id, 'ref-9');
  await mkdir(folder, { recursive: true });
  const orphan = join(folder, 'orphan');
  await writeFile(orphan, 'x');
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  await Promise.all([orphan, join(folder, used.id)].map((path) => utimes(path, longAgo, longAgo)));
  await sweepUploads(server.ctx);
  expect((await media(unused.id)).status).toBe(200);
  await sweepUploads({ ...server.ctx, now: () => new Date(Date.now() + 86_400_000 + 1000) });
  expect((await media(unused.id)).status).toBe(404);
  expect((await media(used.id)).status).toBe(200);
  await expect(stat(orphan)).rejects.toThrow('ENOENT');
});
