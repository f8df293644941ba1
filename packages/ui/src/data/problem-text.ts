import { ProblemError } from '@chat-saas/contract/client';
import i18next, { type i18n } from 'i18next';

/**
 * What happened and what to do, in the person's language: `problem.<CODE>` of the app's texts, then of ours, else the server's own sentence.
 * The problem's `params` fill placeholders. An error that isn't a problem document is a bug and says only that something went wrong.
 */
export function problemText(error: unknown, i18n: i18n = i18next): string {
  if (!(error instanceof ProblemError)) return i18n.t('ui:problem.UNEXPECTED');
  const { code, detail, params } = error.problem;
  const key = [`app:problem.${code}`, `ui:problem.${code}`].find((candidate) => i18n.exists(candidate));
  if (key) return i18n.t(key, { ...params });
  return detail || i18n.t('ui:problem.INTERNAL_ERROR');
}

/** The id under which the server logged the request; undefined where it never arrived. */
export function requestIdOf(error: unknown): string | undefined {
  return error instanceof ProblemError ? error.problem.requestId : undefined;
}

export function isProblem(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

const FIELD_TEXTS: [RegExp, string][] = [
  [/^Write something here\.$/, 'field.required'],
  [/^At most (\d+) characters\.$/, 'field.tooLong'],
  [/^At least (\d+) characters\.$/, 'field.tooShort'],
  [/^This text has characters that cannot be shown\.$/, 'field.unprintable'],
  [/^This is not an e-mail address\.$/, 'field.email'],
  [/^Write the number with country/, 'field.phone'],
  [/^A colour is written like/, 'field.color'],
  [/^Use letters, digits and hyphens/, 'field.slug'],
  [/^This is not an id\.$/, 'field.id'],
  [/^Invalid input: expected \w+, received undefined$/, 'field.required'],
  [/^(Invalid |Too (small|big)|Unrecognized )/, 'field.invalid'],
];

/** A sentence of the contract's schemas (they speak English) in the person's language; `field.<key>` may also be the message itself. */
export function fieldText(message: string, i18n: i18n = i18next): string {
  const own = [`app:${message}`, `ui:${message}`].find((key) => message.startsWith('field.') && i18n.exists(key));
  if (own) return i18n.t(own);
  for (const [pattern, key] of FIELD_TEXTS) {
    const match = pattern.exec(message);
    if (match) return i18n.t(`ui:${key}`, { count: Number(match[1]) || 0 });
  }
  return message;
}
