import { describe, expect, it } from '@jest/globals';
import { formatAgo, formatBytes, formatDuration, formatMoney, formatPhone, formatWhen } from './format.ts';
import { toLanguage } from './language.ts';

const options = { language: 'pt-BR', timeZone: 'America/Sao_Paulo', now: new Date('2026-11-21T12:41:00Z') };
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ');

describe('formatWhen', () => {
  it.each([
    ['2026-11-21T12:41:00Z', '09:41'],
    ['2026-11-21T03:00:00Z', '00:00'],
    ['2026-11-21T02:59:00Z', 'ontem'],
    ['2026-11-18T15:00:00Z', 'qua.'],
    ['2026-08-12T15:00:00Z', '12 de ago.'],
    ['2024-08-12T15:00:00Z', '12/08/2024'],
    ['2026-11-22T15:00:00Z', 'amanhã'],
  ])('%s is “%s” in São Paulo', (value, text) => expect(formatWhen(value, options)).toBe(text));

  it('turns the day at the zone’s midnight, not at UTC’s', () => {
    expect(formatWhen('2026-11-21T02:59:00Z', { ...options, timeZone: 'UTC' })).toBe('02:59');
  });
});

describe('figures', () => {
  it.each([
    [380, '380 ms'],
    [800, '0,8 s'],
    [42_100, '42 s'],
    [79_000, '1 min 19 s'],
    [7_500_000, '2 h 05 min'],
    [273_600_000, '3 d 4 h'],
  ])('%d ms lasts “%s”', (ms, text) => expect(plain(formatDuration(ms, options))).toBe(text));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [412_000_000, '412 MB'],
    [1_800_000_000, '1,8 GB'],
  ])('%d bytes are “%s”', (bytes, text) => expect(plain(formatBytes(bytes, options))).toBe(text));

  it('money comes from minor units, also where a currency has none', () => {
    expect(plain(formatMoney(731_840, 'BRL', options))).toBe('R$ 7.318,40');
    expect(plain(formatMoney(500, 'JPY', { language: 'en' }))).toBe('¥500');
  });

  it('says how long ago', () => {
    expect(formatAgo('2026-11-21T12:40:30Z', options)).toBe('agora');
    expect(formatAgo('2026-11-21T09:41:00Z', options)).toBe('há 3 h');
  });
});

describe('formatPhone', () => {
  it.each([
    ['5581997124408', '+55 81 99712-4408'],
    ['558134124408', '+55 81 3412-4408'],
    ['+351 912 345 678', '+351 912 345 678'],
    ['Suporte', 'Suporte'],
  ])('%s reads “%s”', (phone, text) => expect(formatPhone(phone)).toBe(text));
});

describe('toLanguage', () => {
  it.each([
    ['pt-PT', 'pt-BR'],
    ['en-US', 'en'],
    ['es-419', 'es'],
    ['fr', null],
  ])('%s → %s', (tag, language) => expect(toLanguage(tag)).toBe(language));
});
