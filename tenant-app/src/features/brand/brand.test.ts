import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { testServer } from '../../test/test-server.ts';

const server = await testServer({ env: { PRIMARY_COLOR: '#0f766e' } });
const admin = await server.anAdmin();
const asAdmin = server.as(admin);
const root = server.as(null, { prefix: '' });
const FACE = { companyName: 'Padaria São João 🥖', primaryColor: '#B45309', secondaryColor: '#7c2d12' };
const picture = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 4, background: '#b45309' } }).withExif({ IFD0: { Copyright: 'segredo' } });
const put = (which: string, data: Buffer, name = 'logo.png') => asAdmin.put(`/brand/${which}`).attach('file', data, name);

it('starts from the configuration and is public', async () => {
  expect((await server.as(null).get('/brand')).body).toEqual({
    companyName: 'Padaria São João',
    primaryColor: '#0f766e',
    secondaryColor: '#7c3aed',
    logoUrl: null,
    faviconUrl: null,
    customCssUrl: null,
  });
});

it('changes name and colours, and tells the screens', async () => {
  server.events.length = 0;
  expect((await asAdmin.put('/brand').send(FACE)).body).toMatchObject({ companyName: 'Padaria São João 🥖', primaryColor: '#b45309' });
  expect((await server.as(null).get('/brand')).body).toMatchObject({ companyName: 'Padaria São João 🥖' });
  expect(server.events).toEqual([{ event: 'brand.changed', data: undefined }]);
});

it('serves a style sheet under the name of its content, and forgets the one before', async () => {
  const first = await asAdmin.put('/brand').send({ ...FACE, customCss: '.inbox { border-radius: 0 }' });
  const response = await root.get(first.body.customCssUrl);
  expect(response.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(response.text).toBe('.inbox { border-radius: 0 }');
  expect((await asAdmin.get('/brand/settings')).body).toMatchObject({ customCss: '.inbox { border-radius: 0 }' });
  expect((await asAdmin.put('/brand').send({ ...FACE, customCss: '' })).body.customCssUrl).toBeNull();
  expect((await root.get(first.body.customCssUrl)).status).toBe(404);
});

it('refuses a style sheet that could load or run something, and keeps the old one', async () => {
  const before = (await asAdmin.get('/brand/settings')).body;
  const response = await asAdmin.put('/brand').send({ ...FACE, companyName: 'Outra', customCss: '@import "//evil.example/x.css";' });
  expect(response.body).toMatchObject({ status: 400, code: 'CSS_REFUSED', params: { reason: '@import is not allowed.' } });
  expect((await asAdmin.put('/brand').send({ ...FACE, customCss: 'a{}'.repeat(7000) })).body).toMatchObject({ code: 'INVALID_INPUT' });
  expect((await asAdmin.get('/brand/settings')).body).toEqual(before);
});

it('draws a logo anew: smaller, as PNG, without what else was in the file', async () => {
  const { status, body } = await put('logo', await picture(900, 300).jpeg().toBuffer(), '../../logo.jpg');
  expect({ status, body }).toMatchObject({ status: 200, body: { logoUrl: expect.stringMatching(/^\/brand\/logo-[0-9a-f]{16}\.png$/) } });
  const served = await root.get(body.logoUrl);
  expect(served.headers['content-type']).toBe('image/png');
  expect(await sharp(served.body).metadata()).toMatchObject({ format: 'png', width: 512, height: 171 });
  expect(served.body.includes('segredo')).toBe(false);
  const favicon = await put('favicon', await picture(300, 100).webp().toBuffer());
  expect(await sharp((await root.get(favicon.body.faviconUrl)).body).metadata()).toMatchObject({ width: 64, height: 64 });
  expect(favicon.body.logoUrl).toBe(body.logoUrl);
});

it('goes back to the default picture', async () => {
  expect((await asAdmin.delete('/brand/logo')).body.logoUrl).toBeNull();
  expect((await asAdmin.delete('/brand/logo')).status).toBe(200);
  expect((await readdir(join(server.dataDir, 'brand'))).filter((name) => name.startsWith('logo'))).toEqual([]);
  expect((await asAdmin.delete('/brand/banner')).status).toBe(400);
});

it.each([
  ['HTML that says it is a PNG', Buffer.from('<!doctype html><script>alert(1)</script>'), 'logo.png'],
  ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'logo.svg'],
  ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), 'logo.gif'],
  ['a PNG that breaks off', Buffer.from('89504e470d0a1a0a0000000d49484452000002000000020008060000', 'hex'), 'logo.png'],
  ['nothing', Buffer.alloc(0), 'logo.png'],
])('refuses %s as a logo', async (_, data, name) => {
  expect((await put('logo', data, name)).body).toMatchObject({
    status: 400,
    code: 'PICTURE_REFUSED',
    detail: expect.stringMatching(/picture/),
  });
});

it('refuses what is too large, not multipart, or not the expected field', async () => {
  expect((await put('logo', Buffer.alloc(2 * 1024 * 1024 + 1))).body).toMatchObject({
    status: 413,
    detail: 'The file is too large: at most 2 MB.',
  });
  expect((await asAdmin.put('/brand/logo').send({ file: 'x' })).body).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  expect((await asAdmin.put('/brand/logo').attach('other', Buffer.from('x'), 'x.png')).body).toMatchObject({ status: 400 });
  expect((await asAdmin.put('/brand/logo').field('a', 'b')).body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  const broken = await asAdmin.put('/brand/logo').set('content-type', 'multipart/form-data; boundary=x').send('--x\r\nnonsense');
  expect(broken.body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  expect((await asAdmin.put('/brand/logo').set('content-type', 'multipart/form-data').send('x')).status).toBe(400);
});

it('lets only administrators change it', async () => {
  const agent = await server.anAgent();
  expect((await server.as(agent).put('/brand').send(FACE)).status).toBe(403);
  expect((await server.as(agent).put('/brand/logo').attach('file', Buffer.from('x'), 'x.png')).status).toBe(403);
  expect((await server.as(null).put('/brand/favicon').attach('file', Buffer.from('x'), 'x.png')).status).toBe(401);
  expect((await server.as(admin, { via: 'cookie', csrf: false }).delete('/brand/logo')).body.code).toBe('CSRF_INVALID');
  expect((await asAdmin.put('/brand').send({ ...FACE, primaryColor: 'red' })).body.errors).toMatchObject([{ path: 'primaryColor' }]);
});

it('serves nothing but its own files', async () => {
  for (const path of ['/brand/../uploads/x', '/brand/%2e%2e%2fuploads', '/brand/', '/brand/.hidden', '/brand/logo-0.png'])
    expect((await root.get(path)).status).toBeGreaterThanOrEqual(400);
});
