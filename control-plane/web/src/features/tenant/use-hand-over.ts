import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../app/api.ts';

/** What is shown this once. It lives as long as the tenant's page, over its tabs. */
export interface HandedOver {
  urls: { app: string; connect: string; phone: string | null } | null;
  owner: { email: string; password: string } | null;
}
export type HandOver = ReturnType<typeof useHandOver>;

/** Fresh addresses and the one-time password of a tenant, asked for by a person: every asking makes new links. */
export function useHandOver(tenantId: string) {
  const queryClient = useQueryClient();
  const [given, setGiven] = useState<HandedOver | null>(null);
  const ask = useMutation(
    orpc.tenants.access.mutationOptions({
      onSuccess: ({ urls, owner }) => {
        setGiven((before) => ({ urls, owner: owner ?? before?.owner ?? null }));
        void queryClient.invalidateQueries({ queryKey: orpc.instances.listConnectLinks.key() });
      },
    }),
  );
  return {
    given,
    isAsking: ask.isPending,
    error: ask.error,
    ask: () => ask.mutate({ id: tenantId }),
    /** The former password stops working. @throws ProblemError */
    resetPassword: async () => {
      const owner = await api.tenants.resetAdminPassword({ id: tenantId });
      setGiven((before) => ({ urls: before?.urls ?? null, owner }));
    },
  };
}
