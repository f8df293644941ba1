import type { Instance } from '@chat-saas/tenant-app/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../app/api.ts';

/** What may be done with one number of a tenant; every answer goes into the loaded list. */
export function useInstanceActions(tenantId: string, id: string) {
  const queryClient = useQueryClient();
  const store = (instance: Instance) => {
    queryClient.setQueryData<{ items: Instance[] }>(
      orpc.instances.list.queryKey({ input: { tenantId } }),
      (list) => list && { items: list.items.map((item) => (item.id === instance.id ? instance : item)) },
    );
  };
  const link = useMutation(orpc.instances.link.mutationOptions({ onSuccess: store }));
  const restart = useMutation(orpc.instances.restart.mutationOptions({ onSuccess: store }));
  return {
    showQr: () => link.mutate({ tenantId, id, method: 'qr' }),
    isLinking: link.isPending,
    restart: () => restart.mutate({ tenantId, id }),
    isRestarting: restart.isPending,
    logout: async () => store(await api.instances.logout({ tenantId, id })),
  };
}
