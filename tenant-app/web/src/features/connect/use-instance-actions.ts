import type { Instance } from '@chat-saas/tenant-app/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../app/api.ts';
import { dropInstance, storeAnswer } from './instance-cache.ts';

/** What may be done with a number; every answer goes into the loaded list. */
export function useInstanceActions(id: string) {
  const queryClient = useQueryClient();
  const onSuccess = (instance: Instance) => storeAnswer(queryClient, instance);
  const link = useMutation(orpc.instances.link.mutationOptions({ onSuccess }));
  const restart = useMutation(orpc.instances.restart.mutationOptions({ onSuccess }));
  const makeDefault = useMutation(orpc.instances.update.mutationOptions({ onSuccess }));
  const logout = async () => storeAnswer(queryClient, await api.instances.logout({ id }));
  const remove = async () => {
    await api.instances.remove({ id });
    dropInstance(queryClient, id);
    await queryClient.invalidateQueries({ queryKey: orpc.instances.key() });
  };
  return { link, restart, makeDefault, logout, remove };
}
