const LANGUAGE = 'en';
const numbers = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 });
const moments = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'medium' });
const currencies = new Map();

export function money(amount, currency) {
  if (!currencies.has(currency)) {
    currencies.set(currency, new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency }));
  }
  return currencies.get(currency).format(amount);
}

export const number = (value) => (Number.isFinite(value) ? numbers.format(value) : '–');
export const percent = (ratio) => (Number.isFinite(ratio) ? `${numbers.format(ratio * 100)} %` : '–');
export const moment = (instant) => (instant ? moments.format(new Date(instant)) : '–');

export function duration(seconds) {
  if (!Number.isFinite(seconds)) {
    return '–';
  }
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours} h ${minutes} min` : minutes ? `${minutes} min ${Math.floor(seconds % 60)} s` : `${Math.floor(seconds)} s`;
}

/** A time span of an order, such as "0.42 s". */
export const span = (millis) => (millis < 10_000 ? `${(millis / 1000).toFixed(2)} s` : duration(millis / 1000));

export const bytes = (count) => (Number.isFinite(count) ? `${numbers.format(count / 1024 / 1024)} MiB` : '–');

/** The last group of a UUID. UUIDv7 begins with the time, so the first groups of neighbours are equal. */
export const shortId = (id) => id.slice(-12);

/** "out_of_stock" or "order-service" as words. */
export const words = (code) => code.replaceAll(/[_-]/g, ' ');
