import { ForgotPasswordPage } from '../src/sign-in/ForgotPasswordPage.tsx';
import { ResetPasswordPage } from '../src/sign-in/ResetPasswordPage.tsx';
import { SignInPage } from '../src/sign-in/SignInPage.tsx';
import { refuse } from './data.ts';

export const SignIn = () => (
  <SignInPage
    onSubmit={() => refuse(401, 'CREDENTIALS_INVALID')}
    forgotTo="/forgot"
    footer="Precisa de acesso? Peça a quem administra Doce Aurora."
  />
);
export const Forgot = () => <ForgotPasswordPage onSubmit={() => Promise.resolve()} signInTo="/sign-in" />;
export const Reset = () => <ResetPasswordPage onSubmit={() => refuse(410, 'RESET_LINK_INVALID')} signInTo="/sign-in" />;
