import { ForgotPasswordPage } from '@chat-saas/ui/sign-in/ForgotPasswordPage.tsx';
import { api } from '../../app/api.ts';
import { SIGN_IN } from '../../app/paths.ts';

export const ForgotPage = () => <ForgotPasswordPage onSubmit={(values) => api.auth.requestPasswordReset(values)} signInTo={SIGN_IN} />;
