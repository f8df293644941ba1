import { describe, expect, it } from '@jest/globals';
import type { WebMessage } from './whatsapp-web-client.ts';
import { isSameContent, toInbound, toReceipt } from './whatsapp-web-message.ts';

const me = '5511999990000@c.us';
const customer = '5511888880000@c.us';

function aMessage(fields: object, raw: object = {}): WebMessage {
  const base = {
    id: { _serialized: `false_${customer}_A1` },
    type: 'chat',
    body: 'oi',
    from: customer,
    to: me,
    fromMe: false,
    timestamp: 1_700_000_000,
    hasMedia: false,
    vCards: [],
    ack: 1,
  };
  return { ...base, ...fields, _data: { notifyName: 'Ana', ...raw } } as unknown as WebMessage;
}

describe('messages of whatsapp-web.js', () => {
  it.each([
    ['chat', 'text'],
    ['ptt', 'voice'],
    ['audio', 'audio'],
    ['video', 'video'],
    ['sticker', 'sticker'],
    ['vcard', 'contact'],
    ['poll_creation', 'unsupported'],
  ])('%s is %s', (theirs, ours) => {
    expect(toInbound(aMessage({ type: theirs }), 'live', me)?.type).toBe(ours);
  });

  it.each(['e2e_notification', 'gp2', 'protocol', 'ciphertext', 'revoked', 'call_log'])('%s is no message', (type) => {
    expect(toInbound(aMessage({ type }), 'live', me)).toBeNull();
  });

  it('leaves out status posts and channels', () => {
    expect(toInbound(aMessage({ from: 'status@broadcast' }), 'live', me)).toBeNull();
    expect(toInbound(aMessage({ from: '1203@newsletter' }), 'live', me)).toBeNull();
  });

  it('takes a place from its fields, not from the picture in its body', () => {
    const location = { latitude: '-23.55', longitude: '-46.63', name: 'Praça da Sé' };
    const inbound = toInbound(aMessage({ type: 'location', body: '/9j/4AAQ', location }), 'live', me);
    expect(inbound).toMatchObject({ type: 'location', text: 'Praça da Sé', location: { lat: -23.55, lng: -46.63, name: 'Praça da Sé' } });
  });

  it('names the answered message by its whole id', () => {
    const quoted = (author: string) =>
      toInbound(aMessage({}, { quotedStanzaID: 'B2', quotedParticipant: { _serialized: author } }), 'live', me)?.quoteId;
    expect(quoted(me)).toBe(`true_${customer}_B2`);
    expect(quoted(customer)).toBe(`false_${customer}_B2`);
  });

  it('knows a sent message again by its content', () => {
    const data = new Uint8Array(3);
    const sent = (fields: object, raw: object = {}) => aMessage({ fromMe: true, ...fields }, raw);
    expect(isSameContent(sent({}), { type: 'text', text: 'oi' })).toBe(true);
    expect(isSameContent(sent({}), { type: 'text', text: 'oi!' })).toBe(false);
    const document = { type: 'media', kind: 'document', data, mime: 'application/pdf', filename: 'a.pdf' } as const;
    expect(isSameContent(sent({ type: 'document', body: '' }, { filename: 'a.pdf', size: 3 }), document)).toBe(true);
    expect(isSameContent(sent({ type: 'document', body: '' }, { filename: 'a.pdf', size: 4 }), document)).toBe(false);
    const image = { type: 'media', kind: 'image', data, mime: 'image/png', caption: 'veja' } as const;
    expect(isSameContent(sent({ type: 'image', body: 'veja' }, { size: 99 }), image)).toBe(true);
  });

  it('reads acknowledgements', () => {
    expect([-1, 0, 1, 2, 3, 4].map(toReceipt)).toEqual(['failed', null, 'server', 'delivered', 'read', 'played']);
  });
});
