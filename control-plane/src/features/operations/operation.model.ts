import mongoose from 'mongoose';
import type { z } from 'zod';
import type { OperationKind, OperationStatus, OperationStep } from './operation.contract.ts';

export interface StepDoc {
  name: string;
  status: z.infer<typeof OperationStep>['status'];
  startedAt: Date | null;
  durationMs: number | null;
  attempts: number;
  detail: string | null;
  error: string | null;
}

export interface OperationDoc {
  _id: string;
  kind: OperationKind;
  tenantId: string;
  tenantName: string;
  /** The tenant's id while the operation is queued or running, absent afterwards: one at a time per tenant. */
  activeTenantId?: string;
  status: z.infer<typeof OperationStatus>;
  steps: StepDoc[];
  error: string | null;
  requestedBy: string;
  /** Why a suspension was asked for. */
  reason: string | null;
  /** The suspension that a resume may have to put back. */
  formerSuspension: { by: string; at: Date; reason: string | null } | null;
  cancellation: { by: string; at: Date } | null;
  /** Why the steps that were done are being undone; null while going forward. */
  undoing: string | null;
  lease: { owner: string; until: Date } | null;
  /** Grows with every lease: what an earlier holder still writes is refused. */
  fence: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const step = new mongoose.Schema<StepDoc>(
  {
    name: { type: String, required: true },
    status: { type: String, required: true },
    startedAt: { type: Date, default: null },
    durationMs: { type: Number, default: null },
    attempts: { type: Number, default: 0 },
    detail: { type: String, default: null },
    error: { type: String, default: null },
  },
  { _id: false, versionKey: false },
);
const { Mixed } = mongoose.Schema.Types;
const schema = new mongoose.Schema<OperationDoc>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    tenantId: { type: String, required: true, index: true },
    tenantName: { type: String, required: true },
    activeTenantId: { type: String, unique: true, sparse: true },
    status: { type: String, required: true, index: true },
    steps: { type: [step], required: true },
    error: { type: String, default: null },
    requestedBy: { type: String, required: true },
    reason: { type: String, default: null },
    formerSuspension: { type: Mixed, default: null },
    cancellation: { type: Mixed, default: null },
    undoing: { type: String, default: null },
    lease: { type: Mixed, default: null },
    fence: { type: Number, default: 0 },
    createdAt: { type: Date, required: true },
    startedAt: { type: Date, default: null },
    finishedAt: { type: Date, default: null },
  },
  { versionKey: false, minimize: false },
);
export const OperationModel = mongoose.model('Operation', schema, 'operations');
