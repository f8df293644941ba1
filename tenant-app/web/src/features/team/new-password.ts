/** A one-time password to hand on. */
export interface NewPassword {
  name: string;
  email: string;
  password: string;
}
