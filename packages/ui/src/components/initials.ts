/** “Maria Aparecida dos Santos” → “MS”; a phone number or an emoji → “#”. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word.length > 2 || /^\p{Lu}\p{L}?$/u.test(word));
  if (words.length === 0) return '#';
  const [first, last] = [words[0]!, words.at(-1)!];
  return ([...first][0]! + (words.length > 1 ? [...last][0]! : '')).toUpperCase();
}
