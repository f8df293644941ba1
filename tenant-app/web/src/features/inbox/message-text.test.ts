import { describe, expect, it } from '@jest/globals';
import { linkParts, unbroken } from './message-text.ts';

it('keeps prices and measures together', () => expect(unbroken('2 kg por R$ 189,90')).toBe('2\u00a0kg por R$\u00a0189,90'));

describe('linkParts', () => {
  it.each([
    ['Veja https://loja.com.br/pagar?id=1.', ['Veja ', '[https://loja.com.br/pagar?id=1]', '.']],
    ['(http://a.b/c) e fim', ['(', '[http://a.b/c]', ') e fim']],
    ['sem endereço', ['sem endereço']],
    ['javascript:alert(1)', ['javascript:alert(1)']],
  ])('%s', (text, parts) => expect(linkParts(text).map((part) => (part.href ? `[${part.text}]` : part.text))).toEqual(parts));
});
