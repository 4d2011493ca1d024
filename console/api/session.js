import { Problem } from './problem.js';
import { update } from '../update.js';

const KEY = 'ashlar.session';
const BEFORE_END_MILLIS = 30_000;

window.addEventListener('storage', ({ key }) => {
  if (key === KEY) {
    update(); // another tab has signed in or out
  }
});

export function read() {
  return JSON.parse(localStorage.getItem(KEY) ?? 'null');
}

export function store(tokens) {
  const session = {
    id: tokens.session_id,
    access: tokens.access_token,
    refresh: tokens.refresh_token,
    ends: Date.now() + tokens.expires_in * 1000,
  };
  localStorage.setItem(KEY, JSON.stringify(session));
  update();
  return session;
}

export function forget() {
  localStorage.removeItem(KEY);
  update();
}

/** The roles of the token. They decide only what the page shows. */
export function roles() {
  const session = read();
  if (!session) {
    return [];
  }
  const payload = session.access.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(atob(payload)).roles ?? [];
}

export const isSignedIn = () => read() !== null;
export const isAdmin = () => roles().includes('admin');

/** An access token that is valid for some seconds, or null without a session. */
export async function token() {
  const session = read();
  if (session && session.ends - Date.now() < BEFORE_END_MILLIS) {
    return renew(session.access);
  }
  return session?.access ?? null;
}

/** Replaces an access token. All tabs share one lock, because a second use of a refresh token ends the session. */
export async function renew(used) {
  return withLock(async () => {
    const session = read();
    if (!session || session.access !== used) {
      return session?.access ?? null; // another tab was faster
    }
    const response = await fetch('/api/v1/sessions/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refresh_token: session.refresh }),
    }).catch(() => {
      throw Problem.withoutResponse();
    });
    if (response.ok) {
      return store(await response.json()).access;
    }
    if (response.status === 401) {
      forget();
      return null;
    }
    throw await Problem.of(response);
  });
}

/** Browsers have locks on secure pages and on this machine only. */
function withLock(action) {
  return navigator.locks ? navigator.locks.request('ashlar.refresh', action) : action();
}
