import { ProblemError } from '@chat-saas/contract/client';
import type { TFunction } from 'i18next';

const REASONS: [RegExp, string][] = [
  [/^@import/, 'import'],
  [/^url\(/, 'url'],
  [/^pictures/, 'url'],
  [/^(expression|behavior|-moz-binding|script)/, 'script'],
  [/^HTML/, 'html'],
  [/^@\S+ is not allowed/, 'atRule'],
  [/^it cannot be read/, 'syntax'],
];

/** Why the server took no style sheet, in the person's language; null for any other error. */
export function cssRefusal(error: unknown, t: TFunction<'app'>): string | null {
  if (!(error instanceof ProblemError) || error.problem.code !== 'CSS_REFUSED') return null;
  const reason = String(error.problem.params?.reason ?? '');
  const known = REASONS.find(([pattern]) => pattern.test(reason));
  if (!known) return error.problem.detail;
  return t(`settings.cssReason.${known[1]}`, { rule: /^@\S+/.exec(reason)?.[0], line: /at line (\d+)/.exec(reason)?.[1] });
}
