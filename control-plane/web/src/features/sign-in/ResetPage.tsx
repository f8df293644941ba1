import { ResetPasswordPage } from '@chat-saas/ui/sign-in/ResetPasswordPage.tsx';
import { useParams } from 'react-router';
import { api } from '../../app/api.ts';
import { SIGN_IN } from '../../app/paths.ts';

export function ResetPage() {
  const { token = '' } = useParams();
  return <ResetPasswordPage onSubmit={({ password }) => api.auth.resetPassword({ token, password })} signInTo={SIGN_IN} />;
}
