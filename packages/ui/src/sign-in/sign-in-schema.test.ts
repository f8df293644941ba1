import { Email, NewPassword } from '@chat-saas/contract';
import { expect, it } from '@jest/globals';
import { emailSchema, newPassword } from './sign-in-schema.ts';

it.each(['', 'curta', '123456789', '1234567890', 'uma frase curta'])('agrees with the contract about the new password “%s”', (password) => {
  expect(newPassword(password) === null).toBe(NewPassword.safeParse(password).success);
});

it.each(['', 'maria', 'maria@', '@loja.com', 'maria @loja.com', 'maria@loja.com.br', ' maria@loja.com.br '])(
  'agrees with the contract about the address “%s”',
  (email) => {
    expect(emailSchema().safeParse({ email }).success).toBe(Email.safeParse(email).success);
  },
);
