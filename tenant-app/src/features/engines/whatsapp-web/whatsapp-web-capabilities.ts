import type { Capabilities } from '../engine.ts';

export const whatsAppWebCapabilities: Capabilities = {
  link: ['qr', 'code'],
  media: ['image', 'video', 'audio', 'voice', 'document', 'sticker'],
  maxMediaBytes: 64 * 1024 * 1024,
  typing: true,
  markRead: true,
  groups: true,
  simulated: false,
};
