import { type InboundMessage, type OutboundMessage, peerFromRaw } from '../engine-message.ts';
import type { SimulatorMessage } from './simulator-store.ts';

/** A stored message as the engine announces it. */
export function toInbound(message: SimulatorMessage, origin: InboundMessage['origin']): InboundMessage {
  const chat = peerFromRaw(message.chat);
  return {
    id: message.id,
    chat,
    sender: peerFromRaw(message.from),
    ...(message.senderName === null ? {} : { senderName: message.senderName }),
    isGroup: chat.kind === 'group',
    fromMe: message.direction === 'out',
    at: message.at,
    type: message.type,
    ...(message.text === null ? {} : { text: message.text }),
    ...(message.media && { media: message.media }),
    ...(message.location && { location: message.location }),
    ...(message.quoteId === null ? {} : { quoteId: message.quoteId }),
    origin,
  };
}

/** What an engine's sending becomes on the network. */
export function outboundRecord(
  instanceId: string,
  me: string,
  id: string,
  { clientRef, to, content, quoteId }: OutboundMessage,
): SimulatorMessage {
  const base: SimulatorMessage = {
    id,
    instanceId,
    chat: to.raw,
    direction: 'out',
    from: me,
    senderName: null,
    clientRef,
    type: 'text',
    text: null,
    media: null,
    location: null,
    quoteId: quoteId ?? null,
    at: Date.now(),
    receipt: 'server',
    toldReceipt: 'server',
  };
  switch (content.type) {
    case 'text':
      return { ...base, text: content.text };
    case 'media': {
      const { kind, mime, data, filename, caption } = content;
      const media = { mime, handle: id, bytes: data.byteLength, ...(filename === undefined ? {} : { filename }) };
      return { ...base, type: kind, text: caption ?? null, media };
    }
    case 'location': {
      const { lat, lng, name } = content;
      return { ...base, type: 'location', text: name ?? null, location: { lat, lng, ...(name === undefined ? {} : { name }) } };
    }
  }
}
