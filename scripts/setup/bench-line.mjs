const required = { bench: 'string', metric: 'string', value: 'number', unit: 'string' };

/** Judges one line of a benchmark's output. Gives `shown` (the line to pass on, null when blank) and `wrong` (why it is no result). */
export function readLine(text) {
  if (!text.trim()) return { shown: null, wrong: null };
  let result;
  try {
    result = JSON.parse(text);
  } catch {
    return { shown: null, wrong: `printed a line that isn't JSON: ${text.slice(0, 200)}` };
  }
  const missing = Object.entries(required).find(([key, type]) => typeof result?.[key] !== type);
  if (missing) return { shown: null, wrong: `printed a result without ${missing[0]}: ${text.slice(0, 200)}` };
  return { shown: text, wrong: null };
}
