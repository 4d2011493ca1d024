import { get, post } from '../api/http.js';
import { read, store } from '../api/session.js';
import { go } from '../router.js';
import { update } from '../update.js';

let loadedFor = null;
let me = null;

/** The signed-in user, or null until the user has arrived. */
export function user() {
  const session = read()?.id ?? null;
  if (session !== loadedFor) {
    loadedFor = session;
    me = null;
    if (session) {
      reload().catch(() => {}); // the pages show why the gateway refuses
    }
  }
  return me;
}

export async function reload() {
  me = await get('/users/me');
  update();
}

/** @param next the page to open then. Anything but a path of the console opens the shop */
export async function signIn({ email, password }, next) {
  store(await post('/sessions', { email, password }));
  go(next?.startsWith('/') ? next : '/');
}
