import { expect, it } from '@jest/globals';
import { findRefusedCss } from './custom-css.ts';

it.each([
  '.a { color: red }',
  '@media (max-width: 40em) { .a > .b:hover { inset: 0; position: fixed } }',
  '.a { background: url("data:image/png;base64,iVBORw0KGgo=") } /* sem problema: url(x) não */'.replace('url(x) ', ''),
  ".a { background: url( 'data:image/webp;base64,UklGRg==' ) }",
  '@keyframes pisca { from { opacity: 0 } }',
  '.a { scroll-behavior: smooth; content: "\\201C" }',
  ':root { --primary-color: #b45309 }',
])('takes %s', async (css) => {
  expect(await findRefusedCss(css)).toBeNull();
});

it.each([
  '@import "x.css";',
  '@IMPORT url(x);',
  '@\\69mport "x";',
  '@im/**/port "x"; a{}',
  '.a { background: url(javascript:alert(1)) }',
  '.a { background: url("https://evil.example/?x") }',
  '.a { background: u\\72l(//evil.example) }',
  '.a { background: \\75 rl(//evil.example) }',
  '.a { background: url(data:image/svg+xml;base64,PHN2Zz4=) }',
  '.a { background: url(data:text/html,x) }',
  '.a { background: image-set("https://evil.example/a.png" 1x) }',
  '.a { background: -webkit-image-set("//evil.example/a.png" 1x) }',
  '.a { width: expression(alert(1)) }',
  '.a { width: exp/**/ression(alert(1)) }',
  '.a { behavior: url(#default) }',
  '.a { -moz-binding: none }',
  '</style><script>alert(1)</script>',
  '.a { content: "</STYLE>" }',
  '@font-face { font-family: x }',
  '@charset "utf-7";',
  '@namespace x;',
  '.a { color: red',
  '.a } {',
])('refuses %s in one sentence', async (css) => {
  expect(await findRefusedCss(css)).toMatch(/\.$/);
});
