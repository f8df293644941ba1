import { z } from 'zod';
import { HexColor, line } from './text.ts';

/** A tenant's face, as the webs read it. Urls are same-origin paths or null. */
export const Brand = z.object({
  companyName: line(80),
  primaryColor: HexColor,
  secondaryColor: HexColor,
  logoUrl: z.string().nullable(),
  faviconUrl: z.string().nullable(),
  customCssUrl: z.string().nullable(),
});
export type Brand = z.infer<typeof Brand>;

export const BRAND_DEFAULTS = { companyName: 'Chat System', primaryColor: '#4f46e5', secondaryColor: '#7c3aed' } as const;

export const Features = z.object({
  audioRecording: z.boolean(),
  fileUpload: z.boolean(),
  videoCall: z.boolean(),
  analytics: z.boolean(),
});
export type Features = z.infer<typeof Features>;

/** null means unlimited. */
export const Limits = z.object({
  maxAgents: z.number().int().min(1).nullable(),
  maxConversations: z.number().int().min(1).nullable(),
  storageGB: z.number().min(0).nullable(),
  maxInstances: z.number().int().min(1).nullable(),
  requestsPer15Min: z.number().int().min(1),
});
export type Limits = z.infer<typeof Limits>;

/** What a stack is told about its tenant, at deploy time (`WHITE_LABEL_CONFIG`) and later by the control plane. */
export const Entitlements = z.object({ planId: z.string(), planName: z.string(), limits: Limits, features: Features });
export type Entitlements = z.infer<typeof Entitlements>;

export const ENTITLEMENT_DEFAULTS: Entitlements = {
  planId: 'none',
  planName: '',
  limits: { maxAgents: 10, maxConversations: 1000, storageGB: 10, maxInstances: 3, requestsPer15Min: 100 },
  features: { audioRecording: false, fileUpload: false, videoCall: false, analytics: false },
};
