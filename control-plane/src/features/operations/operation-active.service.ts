import { type OperationDoc, OperationModel } from './operation.model.ts';

type Active = Pick<OperationDoc, '_id' | 'kind'>;
const FIELDS = { kind: 1, activeTenantId: 1 } as const;

/** What is being done to a tenant, or waits to be; null when nothing is. */
export const activeOperationOf = (tenantId: string): Promise<Active | null> => OperationModel.findOne({ activeTenantId: tenantId }, FIELDS).lean();

/** By tenant id. */
export async function activeOperations(): Promise<Map<string, Active>> {
  const active = await OperationModel.find({ status: { $in: ['queued', 'running'] } }, FIELDS).lean();
  return new Map(active.flatMap((operation) => (operation.activeTenantId ? [[operation.activeTenantId, operation] as const] : [])));
}
