import wweb from 'whatsapp-web.js';
import type { InboundMessage, InboundType, OutboundContent, OutboundMessage, Receipt } from '../engine-message.ts';
import { peerFromRaw } from '../engine-message.ts';
import type { WebMessage } from './whatsapp-web-client.ts';

const { Location, MessageMedia } = wweb;

const types: Readonly<Record<string, InboundType>> = {
  chat: 'text',
  image: 'image',
  video: 'video',
  audio: 'audio',
  ptt: 'voice',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  vcard: 'contact',
  multi_vcard: 'contact',
};

// Notices of WhatsApp itself, and messages that are not readable (yet) or were taken back.
const notMessages = new Set([
  'e2e_notification',
  'notification',
  'notification_template',
  'gp2',
  'protocol',
  'ciphertext',
  'revoked',
  'call_log',
  'debug',
]);

/** The parts of the page's own record that the library does not name. */
interface RawMessage {
  notifyName?: string;
  mimetype?: string;
  filename?: string;
  size?: number;
  quotedStanzaID?: string;
  quotedParticipant?: string | { _serialized: string };
  clientUrl?: string;
}

export function rawOf(message: WebMessage): RawMessage {
  return (message as unknown as { _data?: RawMessage })._data ?? {};
}

/** @param me the linked number's raw address. @returns null for what is no message of a chat: notices, status posts, channels. */
export function toInbound(message: WebMessage, origin: InboundMessage['origin'], me: string): InboundMessage | null {
  if (notMessages.has(message.type)) return null;
  const chat = peerFromRaw(message.fromMe ? message.to : message.from);
  if (chat.kind === 'status' || chat.kind === 'channel') return null;
  const raw = rawOf(message);
  const type = types[message.type] ?? 'unsupported';
  const text = textOf(message, type);
  return {
    id: message.id._serialized,
    chat,
    sender: peerFromRaw(message.author ?? message.from),
    ...(raw.notifyName && !message.fromMe ? { senderName: raw.notifyName } : {}),
    isGroup: chat.kind === 'group',
    fromMe: message.fromMe,
    at: message.timestamp * 1000,
    type,
    ...(text ? { text } : {}),
    ...(message.hasMedia && {
      media: {
        mime: raw.mimetype ?? 'application/octet-stream',
        handle: message.id._serialized,
        ...(raw.size === undefined ? {} : { bytes: raw.size }),
        ...(raw.filename ? { filename: raw.filename } : {}),
      },
    }),
    ...(type === 'location' && message.location && { location: placeOf(message.location) }),
    ...(raw.quotedStanzaID ? { quoteId: quotedId(raw, chat.raw, me) } : {}),
    origin,
  };
}

/** What the library's `sendMessage` takes for this content. */
export function toOutbound({ content, quoteId }: OutboundMessage): {
  content: string | InstanceType<typeof MessageMedia> | InstanceType<typeof Location>;
  options: object;
} {
  const options = {
    waitUntilMsgSent: true,
    sendSeen: false,
    linkPreview: false,
    parseVCards: false,
    ...(quoteId === undefined ? {} : { quotedMessageId: quoteId }),
  };
  switch (content.type) {
    case 'text':
      return { content: content.text, options };
    case 'location':
      return { content: new Location(content.lat, content.lng, content.name === undefined ? undefined : { name: content.name }), options };
    case 'media': {
      const media = new MessageMedia(
        content.mime,
        Buffer.from(content.data).toString('base64'),
        content.filename ?? null,
        content.data.byteLength,
      );
      return {
        content: media,
        options: {
          ...options,
          ...(content.caption ? { caption: content.caption } : {}),
          sendAudioAsVoice: content.kind === 'voice',
          sendMediaAsDocument: content.kind === 'document',
          sendMediaAsSticker: content.kind === 'sticker',
        },
      };
    }
  }
}

/** Whether a message found in the chat is the one that this content would have become. */
export function isSameContent(message: WebMessage, content: OutboundContent): boolean {
  const type = types[message.type];
  switch (content.type) {
    case 'text':
      return type === 'text' && message.body === content.text;
    case 'location':
      return (
        type === 'location' && Number(message.location?.latitude) === content.lat && Number(message.location?.longitude) === content.lng
      );
    case 'media': {
      const { size, filename } = rawOf(message);
      const isSameFile = content.kind !== 'document' || content.filename === undefined || filename === content.filename;
      // WhatsApp encodes pictures, sound and film again: only a document keeps its size.
      const isSameSize = content.kind !== 'document' || size === undefined || size === content.data.byteLength;
      return type === content.kind && (message.body ?? '') === (content.caption ?? '') && isSameFile && isSameSize;
    }
  }
}

/** @see MessageAck of the library: -1 error, 0 pending, 1 server, 2 device, 3 read, 4 played. */
export function toReceipt(ack: number): Receipt | null {
  if (ack === -1) return 'failed';
  return (['server', 'delivered', 'read', 'played'] as const)[ack - 1] ?? null;
}

/** The answered message's id in the form that messages have here; the page keeps its short one. */
function quotedId({ quotedStanzaID, quotedParticipant }: RawMessage, chat: string, me: string): string {
  const author = typeof quotedParticipant === 'object' ? quotedParticipant._serialized : quotedParticipant;
  const suffix = chat.endsWith('@g.us') && author ? `_${author}` : '';
  return `${author === me}_${chat}_${quotedStanzaID ?? ''}${suffix}`;
}

function textOf(message: WebMessage, type: InboundType): string | undefined {
  if (type === 'location') return message.location?.name ?? undefined; // its body is a picture of the map
  if (type === 'contact') return message.vCards.join('\n');
  return message.body || undefined;
}

function placeOf(location: { latitude: string | number; longitude: string | number; name?: string }): {
  lat: number;
  lng: number;
  name?: string;
} {
  return { lat: Number(location.latitude), lng: Number(location.longitude), ...(location.name ? { name: location.name } : {}) };
}
