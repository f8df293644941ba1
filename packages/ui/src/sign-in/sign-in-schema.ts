type Check = (value: unknown) => string | null;

// What is plain here; the server's contract has the last word, and its answer lands on the same field. (zod stays off the first page.)
const NEW_PASSWORD_MIN = 10;

export const required: Check = (value) => (typeof value === 'string' && value !== '' ? null : 'field.required');
export const newPassword: Check = (value) =>
  required(value) ?? (String(value).length < NEW_PASSWORD_MIN ? `At least ${NEW_PASSWORD_MIN} characters.` : null);
const email: Check = (value) => required(value) ?? (/^\s*[^\s@]+@[^\s@]+\s*$/.test(String(value)) ? null : 'field.email');

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
