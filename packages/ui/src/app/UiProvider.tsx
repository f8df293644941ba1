import type { Brand } from '@chat-saas/contract';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode } from 'react';
import { BrandProvider } from '../branding/BrandProvider.tsx';
import { ConfirmHost } from '../components/confirm.tsx';
import { Lazily } from '../components/Lazily.tsx';
import { TimeZone } from '../i18n/use-format.ts';
import { ShortcutsHost } from '../shell/ShortcutsHost.tsx';
import { toastsHost } from './wanted.ts';

const ToastsHost = lazy(async () => ({ default: (await import('../components/ToastsHost.tsx')).ToastsHost }));

interface Props {
  queryClient: QueryClient;
  /** IANA zone of the tenant; São Paulo where absent. */
  timeZone?: string;
  loadBrand?: () => Promise<Brand>;
  children: ReactNode;
}

/** What every page of a web stands in: brand and theme, server state, dialogs, toasts, keys. Around the router. */
export function UiProvider({ queryClient, timeZone = 'America/Sao_Paulo', loadBrand, children }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <BrandProvider loadBrand={loadBrand}>
        <TimeZone.Provider value={timeZone}>
          {children}
          <ShortcutsHost />
          <ConfirmHost />
          <Toasts />
        </TimeZone.Provider>
      </BrandProvider>
    </QueryClientProvider>
  );
}

function Toasts() {
  if (!toastsHost.useWanted()) return null;
  return (
    <Lazily>
      <ToastsHost />
    </Lazily>
  );
}
