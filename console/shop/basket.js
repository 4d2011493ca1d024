import { update } from '../update.js';

const KEY = 'ashlar.basket';
const MOST = 1000;

window.addEventListener('storage', ({ key }) => {
  if (key === KEY) {
    update();
  }
});

const read = () => JSON.parse(localStorage.getItem(KEY) ?? '{"lines":[]}');

/** Each change makes another order, so it needs another idempotency key. */
function write(lines) {
  localStorage.setItem(KEY, JSON.stringify({ lines, key: crypto.randomUUID() }));
  update();
}

export const lines = () => read().lines;

/** The same key until the basket changes, so that a repeated order is placed once. */
export const key = () => read().key;

export const count = () => lines().reduce((sum, line) => sum + line.quantity, 0);

export const total = () => lines().reduce((sum, line) => sum + line.price * line.quantity, 0);

export function add({ id, name, price, currency, image_url }, quantity = 1) {
  const found = lines();
  const line = found.find((one) => one.id === id);
  if (line) {
    line.quantity = Math.min(MOST, line.quantity + quantity);
    write(found);
  } else {
    write([...found, { id, name, price, currency, image_url, quantity }]);
  }
}

export function setQuantity(id, quantity) {
  write(lines().map((line) => (line.id === id ? { ...line, quantity } : line)));
}

export function remove(id) {
  write(lines().filter((line) => line.id !== id));
}

export const clear = () => write([]);
