/** Dates, amounts and numbers as a person reads them. Pure: language, zone and “now” are handed in. */

export interface FormatOptions {
  language: string;
  /** IANA zone, such as `America/Sao_Paulo`. */
  timeZone: string;
  now?: Date;
}
type When = Date | string | number;

const NO_BREAK = '\u00a0';
const MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Short, for lists: “09:41” today, “ontem”, “qua.” within six days, “12 de ago.” this year, else “12/08/2024”. */
export function formatWhen(value: When, { language, timeZone, now = new Date() }: FormatOptions): string {
  const date = new Date(value);
  const days = dayNumber(now, timeZone) - dayNumber(date, timeZone);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { timeZone, ...options }).format(date);
  if (days === 0) return format({ hour: '2-digit', minute: '2-digit' });
  if (days === 1 || days === -1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
  if (days > 1 && days < 7) return format({ weekday: 'short' });
  const sameYear = format({ year: 'numeric' }) === new Intl.DateTimeFormat(language, { timeZone, year: 'numeric' }).format(now);
  return format(sameYear ? { day: 'numeric', month: 'short' } : { day: '2-digit', month: '2-digit', year: 'numeric' });
}

export function formatDate(value: When, { language, timeZone }: FormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(value));
}

export function formatTime(value: When, { language, timeZone }: FormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(value));
}

/** “21 de nov. de 2026, 09:41” */
export function formatDateTime(value: When, options: FormatOptions): string {
  return `${formatDate(value, options)}, ${formatTime(value, options)}`;
}

/** “há 3 horas”, “em 2 dias”; up to a minute: “agora”. */
export function formatAgo(value: When, { language, now = new Date() }: FormatOptions): string {
  const past = new Date(value).getTime() - now.getTime();
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const size = Math.abs(past);
  if (size < MS.minute) return relative.format(0, 'second');
  if (size < MS.hour) return relative.format(Math.trunc(past / MS.minute), 'minute');
  if (size < MS.day) return relative.format(Math.trunc(past / MS.hour), 'hour');
  if (size < 30 * MS.day) return relative.format(Math.trunc(past / MS.day), 'day');
  return size < 365 * MS.day
    ? relative.format(Math.trunc(past / (30 * MS.day)), 'month')
    : relative.format(Math.trunc(past / (365 * MS.day)), 'year');
}

/** “380 ms”, “0,8 s”, “42 s”, “1 min 19 s”, “2 h 05 min”, “3 d 4 h”. */
export function formatDuration(durationMs: number, { language }: Pick<FormatOptions, 'language'>): string {
  const number = (value: number, digits = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  const join = (...parts: string[]) => parts.join(NO_BREAK);
  if (durationMs < 500) return join(number(durationMs), 'ms');
  if (durationMs < 9_950) return join(number(durationMs / 1000, 1), 's');
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return join(number(seconds), 's');
  if (seconds < 3600) return join(number(Math.floor(seconds / 60)), 'min', number(seconds % 60), 's');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1440) return join(number(Math.floor(minutes / 60)), 'h', String(minutes % 60).padStart(2, '0'), 'min');
  const hours = Math.floor(minutes / 60);
  return join(number(Math.floor(hours / 24)), 'd', number(hours % 24), 'h');
}

/** Decimal units, as disks are sold and browsers report them: “412 MB”, “1,8 GB”. */
export function formatBytes(bytes: number, { language }: Pick<FormatOptions, 'language'>): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: power > 0 && value < 10 ? 1 : 0 }).format(value);
  return `${text}${NO_BREAK}${units[power]}`;
}

/** Minor units (cents) and an ISO 4217 code: 729900, BRL → “R$ 7.299,00”. */
export function formatMoney(amountMinor: number, currency: string, { language }: Pick<FormatOptions, 'language'>): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}

export function formatNumber(value: number, { language }: Pick<FormatOptions, 'language'>): string {
  return new Intl.NumberFormat(language).format(value);
}

/** Digits with country code: Brazil's as “+55 81 99712-4408”, others in groups. Text that isn't a number comes back as it is. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const brazilian = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  if (brazilian) return `+55 ${brazilian[1]} ${brazilian[2]}-${brazilian[3]}`;
  return digits.length >= 8 && digits.length <= 15 ? `+${digits.replace(/(\d{3})(?=\d{2,})/g, '$1 ').trim()}` : phone;
}

/** Days since 1970 on the zone's own calendar. */
function dayNumber(date: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(date);
  return Date.parse(`${parts}T00:00:00Z`) / MS.day;
}
