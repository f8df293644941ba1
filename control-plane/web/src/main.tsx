import '@chat-saas/ui/theme/global.css';
import { UiProvider } from '@chat-saas/ui/app/UiProvider.tsx';
import { makeQueryClient } from '@chat-saas/ui/data/query-client.ts';
import { setUpI18n } from '@chat-saas/ui/i18n/set-up.ts';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { goToSignIn, router } from './app/router.tsx';

await setUpI18n({
  resources: {
    'pt-BR': () => import('./locales/pt-BR.json'),
    en: () => import('./locales/en.json'),
    es: () => import('./locales/es.json'),
  },
});

const queryClient = makeQueryClient({ onUnauthenticated: goToSignIn });

createRoot(document.getElementById('root')!).render(
  <UiProvider queryClient={queryClient}>
    <RouterProvider router={router} />
  </UiProvider>,
);
