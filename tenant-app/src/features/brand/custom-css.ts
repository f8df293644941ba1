const AT_RULES = new Set(['media', 'supports', 'container', 'layer', 'keyframes', '-webkit-keyframes']);

/** Tried on the style sheet without comments and escapes, in lower case. */
const REFUSED: [RegExp, string][] = [
  [/@import/, '@import is not allowed.'],
  [/url\((?!\s*(?:["']\s*)?data:image\/(?:png|jpeg|webp|gif)[;,])/, 'url(…) may only hold a data:image of type png, jpeg, webp or gif.'],
  [/(?:image-set|(?<![\w-])image|(?<![\w-])src|(?<![\w-])element)\(/, 'pictures from other places are not allowed.'],
  [/expression\s*\(/, 'expression(…) is not allowed.'],
  [/(?<![\w-])behaviou?r\s*:/, 'behavior is not allowed.'],
  [/-moz-binding/, '-moz-binding is not allowed.'],
  [/(?:java|vb)script\s*:/, 'script addresses are not allowed.'],
  [/<\/?\s*(?:style|script)|<!--|-->/, 'HTML is not allowed.'],
];

/** Why a tenant's own style sheet can't be taken, in one sentence; null when it can. It may restyle, but load and run nothing. */
export async function findRefusedCss(css: string): Promise<string | null> {
  const plain = unescapeCss(css);
  for (const [pattern, reason] of REFUSED) if (pattern.test(plain) || pattern.test(withoutComments(plain))) return reason;
  const { parse, CssSyntaxError } = await import('postcss');
  try {
    let refused: string | null = null;
    parse(css).walkAtRules((rule) => {
      const name = unescapeCss(rule.name);
      if (!AT_RULES.has(name)) refused ??= `@${name.slice(0, 40)} is not allowed.`;
    });
    return refused;
  } catch (error) {
    if (error instanceof CssSyntaxError) return `it cannot be read at line ${error.line ?? '?'}: ${error.reason}.`;
    throw error;
  }
}

/** `\75 rl(` is `url(` to a browser. @see CSS Syntax Module 3, 4.3.7 */
function unescapeCss(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    })
    .replace(/\\(?:\r\n|[\n\r\f])/g, '')
    .replace(/\\(.)/gs, '$1')
    .toLowerCase();
}

const withoutComments = (css: string) => css.replace(/\/\*.*?(?:\*\/|$)/gs, '');
