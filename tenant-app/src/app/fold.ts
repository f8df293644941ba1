/** For searching: lower case, no accents, no control characters (the database takes no null byte in a pattern). */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{Diacritic}\p{Cc}]/gu, '')
    .toLowerCase();

/** What a person typed, as a pattern that matches it literally. */
export const literally = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
