import { split } from './lines.js';
import { Problem } from './problem.js';

const KEY = 'ashlar.supervisor';

/** Reads port and token from the address, keeps them for this tab, and removes them from the address bar. */
export function adopt() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (/^\d{1,5}$/.test(given.get('supervisor') ?? '') && given.get('token')) {
    sessionStorage.setItem(KEY, JSON.stringify({ port: given.get('supervisor'), token: given.get('token') }));
    history.replaceState(null, '', '#/');
  }
}

const access = () => JSON.parse(sessionStorage.getItem(KEY) ?? 'null');

export const isKnown = () => access() !== null;

export const status = (signal) => send('GET', '/status', { signal }).then((response) => response.json());

/** @param signal the name of a POSIX signal, such as KILL or STOP */
export const kill = (name, signal) => send('POST', '/kill', { body: { names: [name], signal } });

/** Runs an operation and passes each line of its progress to the listener. Returns the failures. */
export async function run(path, body, onLine) {
  const response = await send('POST', path, { body });
  let failures = ['The supervisor ended before it was done.'];
  for await (const line of split(response, '\n')) {
    const event = JSON.parse(line);
    if (event.failures) {
      failures = event.failures;
    } else if (event.name) {
      onLine(event);
    }
  }
  return failures;
}

/** Runs the load generator and passes each line of its output to the listener. */
export async function load(ordersPerSecond, seconds, onLine) {
  const body = { orders_per_second: ordersPerSecond, seconds };
  for await (const line of split(await send('POST', '/load', { body }), '\n')) {
    onLine(line);
  }
}

async function send(method, path, { body, signal } = {}) {
  const { port, token } = access();
  const headers = { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method, headers, signal, body: body && JSON.stringify(body),
  }).catch((cause) => {
    throw cause.name === 'AbortError' ? cause : new Problem(0, { detail: 'The supervisor does not respond.' });
  });
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return response;
}
