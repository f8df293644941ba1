const ZONE = 'America/Sao_Paulo';

/** When the month of this moment began in the tenant's time zone. */
export function startOfMonth(now: Date): Date {
  const { year, month } = partsOf(now);
  return midnight(year, month, 1, now);
}

/** When the day of this moment began in the tenant's time zone. */
export function startOfDay(now: Date): Date {
  const { year, month, day } = partsOf(now);
  return midnight(year, month, day, now);
}

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});

function partsOf(at: Date) {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/** The zone's distance from UTC is taken at the day itself, so that a change of clocks in between doesn't matter. */
function midnight(year: number, month: number, day: number, near: Date): Date {
  const asUtc = Date.UTC(year, month - 1, day);
  const first = new Date(asUtc - distance(near));
  return new Date(asUtc - distance(first));
}

function distance(at: Date): number {
  const { year, month, day, hour, minute, second } = partsOf(at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}
