export const LANGUAGES = ['pt-BR', 'en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, so that whoever can't read the current one finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'pt-BR': 'Português', en: 'English', es: 'Español' };

export const LANGUAGE_KEY = 'language';

/** The nearest language that exists for a browser's tag: `pt-PT` → `pt-BR`, `en-US` → `en`, `fr` → null. */
export function toLanguage(tag: string): Language | null {
  const short = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === short) ?? null;
}
