import { type OperationDoc, OperationModel } from './operation.model.ts';

export type ActiveOperation = Pick<OperationDoc, '_id' | 'kind'>;
const FIELDS = { kind: 1, activeTenantId: 1 } as const;

/** What is being done to a tenant, or waits to be; null when nothing is. */
export const activeOperationOf = (tenantId: string): Promise<ActiveOperation | null> =>
  OperationModel.findOne({ activeTenantId: tenantId }, FIELDS).lean();

/** By tenant id. */
export async function activeOperations(): Promise<Map<string, ActiveOperation>> {
  const active = await OperationModel.find({ status: { $in: ['queued', 'running'] } }, FIELDS).lean();
  return new Map(active.flatMap((operation) => (operation.activeTenantId ? [[operation.activeTenantId, operation] as const] : [])));
}

/** Whether anything was ever done to this tenant. */
export const hasOperations = async (tenantId: string): Promise<boolean> => (await OperationModel.exists({ tenantId })) !== null;
