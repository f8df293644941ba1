import { SignInPage } from '@chat-saas/ui/sign-in/SignInPage.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { api, orpc } from '../../app/api.ts';
import { FORGOT, nextPath } from '../../app/paths.ts';

export function LoginPage() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { search } = useLocation();
  const queryClient = useQueryClient();
  const signIn = async (values: { email: string; password: string }) => {
    const { user } = await api.auth.signIn(values);
    queryClient.clear();
    queryClient.setQueryData(orpc.auth.me.queryKey(), user);
    await navigate(nextPath(search), { replace: true });
  };
  return <SignInPage onSubmit={signIn} forgotTo={FORGOT} hint={t('signIn.hint')} />;
}
