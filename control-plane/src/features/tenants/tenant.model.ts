import type { EngineKind } from '@chat-saas/contract';
import mongoose from 'mongoose';
import type { PlanId } from '../plans/plan.contract.ts';

/** What was last seen of a running stack. */
export interface Observed {
  isUp: boolean;
  /** Why it isn't up or isn't well; null when all is well. */
  reason: string | null;
  at: Date;
  version: string | null;
  instances: { total: number; ready: number; attention: number } | null;
  messagesToday: number | null;
  memoryBytes: number | null;
}

export interface TenantDoc {
  _id: string;
  slug: string;
  name: string;
  plan: PlanId;
  engine: EngineKind;
  adminName: string;
  adminEmail: string;
  adminPhone: string | null;
  /** Sealed; null until the stack's first provisioning made them. */
  secrets: { session: string | null; platform: string | null; adminPassword: string | null };
  /** When the stack answered over its host name for the first time; null: not made yet. */
  readyAt: Date | null;
  /** Since when the edge leads its host name to the stack. */
  routedAt: Date | null;
  /** Why making it failed, after everything was undone. */
  failure: string | null;
  suspension: { by: string; at: Date; reason: string | null } | null;
  deletion: { by: string; at: Date } | null;
  observed: Observed | null;
  /** Hash of the entitlements that the stack was last told. */
  toldEntitlements: string | null;
  createdBy: string;
  createdAt: Date;
}

const { Mixed } = mongoose.Schema.Types;
const schema = new mongoose.Schema<TenantDoc>(
  {
    _id: { type: String, required: true },
    slug: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    plan: { type: String, required: true },
    engine: { type: String, required: true },
    adminName: { type: String, required: true },
    adminEmail: { type: String, required: true },
    adminPhone: { type: String, default: null },
    secrets: {
      session: { type: String, default: null },
      platform: { type: String, default: null },
      adminPassword: { type: String, default: null },
    },
    readyAt: { type: Date, default: null },
    routedAt: { type: Date, default: null },
    failure: { type: String, default: null },
    suspension: { type: Mixed, default: null },
    deletion: { type: Mixed, default: null },
    observed: { type: Mixed, default: null },
    toldEntitlements: { type: String, default: null },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false },
);
export const TenantModel = mongoose.model('Tenant', schema, 'tenants');
