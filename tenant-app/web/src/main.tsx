import '@chat-saas/ui/theme/global.css';
import { UiProvider } from '@chat-saas/ui/app/UiProvider.tsx';
import { makeQueryClient } from '@chat-saas/ui/data/query-client.ts';
import { announceSignedOut } from '@chat-saas/ui/data/signed-out.ts';
import { setUpI18n } from '@chat-saas/ui/i18n/set-up.ts';
import { createRoot } from 'react-dom/client';
import { AppRoutes } from './app/AppRoutes.tsx';
import { api } from './app/api.ts';

await setUpI18n({
  resources: {
    'pt-BR': () => import('./locales/pt-BR.json'),
    en: () => import('./locales/en.json'),
    es: () => import('./locales/es.json'),
  },
});

const queryClient = makeQueryClient({ onUnauthenticated: announceSignedOut });

createRoot(document.getElementById('root')!).render(
  <UiProvider queryClient={queryClient} loadBrand={() => api.brand.get()}>
    <AppRoutes />
  </UiProvider>,
);
