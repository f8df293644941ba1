import type { Capabilities } from '../engine.ts';

export const whatsAppWebCapabilities: Capabilities = {
  link: ['qr', 'code'],
  media: ['image', 'video', 'audio', 'voice', 'document', 'sticker'],
  maxMediaBytes: 32 * 1024 * 1024, // it passes through the child's heap as base64, twice
  typing: true,
  markRead: true,
  groups: true,
  simulated: false,
};
