import { z } from 'zod';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** One line of human text: trimmed, 1 to `max` characters, no control or direction-override characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Write something here.')
    .max(max, `At most ${max} characters.`)
    .refine((text) => !CONTROL.test(text) && !/[\r\n\t]/.test(text), 'This text has characters that cannot be shown.');

/** Several lines of human text, `min` to `max` characters, no control characters. */
export const paragraph = (max: number, min = 0) =>
  z
    .string()
    .min(min, 'Write something here.')
    .max(max, `At most ${max} characters.`)
    .refine((text) => !CONTROL.test(text), 'This text has characters that cannot be shown.');

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address.'));

/** 10 to 200 characters; @see NIST SP 800-63B 5.1.1.2: length matters, composition rules don't. */
export const NewPassword = z.string().min(10, 'At least 10 characters.').max(200, 'At most 200 characters.');

/** International number in digits, with or without +, spaces and punctuation; comes out as digits only. */
export const Phone = z
  .string()
  .max(32)
  .transform((text) => text.replace(/[\s().-]/g, '').replace(/^\+/, ''))
  .pipe(z.string().regex(/^\d{8,15}$/, 'Write the number with country and area code, like +55 81 99712-4408.'));

export const HexColor = z
  .string()
  .trim()
  .regex(/^#[0-9a-fA-F]{6}$/, 'A colour is written like #4f46e5.')
  .transform((hex) => hex.toLowerCase());

export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'Use letters, digits and hyphens, 1 to 40 characters.');

export const Id = z.string().regex(/^[0-9a-z]{1,64}$/, 'This is not an id.');
