import type { PlatformEvents } from '@chat-saas/control-plane/contract';
import { useSocket } from '@chat-saas/ui/data/use-socket.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { storeOperation } from '../features/operations/operation-cache.ts';
import { dropTenant, storeTenant } from '../features/tenants/tenant-cache.ts';
import { orpc } from './api.ts';

const FIGURES_AFTER_MS = 600;

/** Keeps everything loaded as it is on the server: events patch the query cache; after a cut line all is asked for again. */
export function useLiveUpdates(): { connected: boolean } {
  const queryClient = useQueryClient();
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const on = useMemo<PlatformEvents>(() => {
    const refreshFigures = () => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void queryClient.invalidateQueries({ queryKey: orpc.dashboard.key() }), FIGURES_AFTER_MS);
    };
    return {
      'tenant.changed': (tenant) => {
        storeTenant(queryClient, tenant);
        refreshFigures();
      },
      'tenant.removed': ({ id }) => {
        dropTenant(queryClient, id);
        refreshFigures();
      },
      'operation.changed': (operation) => {
        storeOperation(queryClient, operation);
        refreshFigures();
      },
      'session.ended': () => void queryClient.invalidateQueries({ queryKey: orpc.auth.me.key() }),
    };
  }, [queryClient]);

  return useSocket({ on: { ...on }, onReconnect: () => void queryClient.invalidateQueries() });
}
