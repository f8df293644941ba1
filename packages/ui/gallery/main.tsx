import '../src/theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { UiProvider } from '../src/app/UiProvider.tsx';
import { ErrorPage } from '../src/components/ErrorPage.tsx';
import { NotFoundPage } from '../src/components/NotFoundPage.tsx';
import { makeQueryClient } from '../src/data/query-client.ts';
import { setUpI18n } from '../src/i18n/set-up.ts';

const empty = () => Promise.resolve({ default: {} });
await setUpI18n({ resources: { 'pt-BR': empty, en: empty, es: empty } });

const router = createBrowserRouter([
  {
    lazy: async () => ({ Component: (await import('./PanelShell.tsx')).PanelShell }),
    hydrateFallbackElement: <span />,
    errorElement: <ErrorPage />,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('./TenantsPage.tsx')).TenantsPage }) },
      { path: '/tenants/:id', lazy: async () => ({ Component: (await import('./TenantPage.tsx')).TenantPage }) },
      { path: '/parts', lazy: async () => ({ Component: (await import('./PartsPage.tsx')).PartsPage }) },
      { path: '/states', lazy: async () => ({ Component: (await import('./StatesPage.tsx')).StatesPage }) },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
  { path: '/inbox/*', lazy: async () => ({ Component: (await import('./RailPage.tsx')).RailPage }), hydrateFallbackElement: <span /> },
  { path: '/sign-in', lazy: async () => ({ Component: (await import('./sign-in-pages.tsx')).SignIn }), hydrateFallbackElement: <span /> },
  { path: '/forgot', lazy: async () => ({ Component: (await import('./sign-in-pages.tsx')).Forgot }), hydrateFallbackElement: <span /> },
  { path: '/reset', lazy: async () => ({ Component: (await import('./sign-in-pages.tsx')).Reset }), hydrateFallbackElement: <span /> },
]);
const queryClient = makeQueryClient({ onUnauthenticated: () => void router.navigate('/sign-in') });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <UiProvider queryClient={queryClient}>
      <RouterProvider router={router} />
    </UiProvider>
  </StrictMode>,
);
