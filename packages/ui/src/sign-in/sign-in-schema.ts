import { Email, NewPassword } from '@chat-saas/contract';

type Check = (value: unknown) => string | null;

export const required: Check = (value) => (typeof value === 'string' && value !== '' ? null : 'field.required');
export const newPassword: Check = (value) => NewPassword.safeParse(value).error?.issues[0]?.message ?? null;
const email: Check = (value) => required(value) ?? Email.safeParse(value).error?.issues[0]?.message ?? null;

/** A check per field, in the shape that `useApiForm` takes. Passwords are never trimmed. */
export function fieldsSchema(checks: Record<string, Check>) {
  return {
    safeParse(values: unknown) {
      const given = values as Record<string, unknown>;
      const issues = Object.entries(checks).flatMap(([field, check]) => {
        const message = check(given[field]);
        return message ? [{ path: [field], message }] : [];
      });
      return issues.length === 0 ? { success: true } : { success: false, error: { issues } };
    },
  };
}

export const emailSchema = (more: Record<string, Check> = {}) => fieldsSchema({ email, ...more });
