import { html, render } from './html.js';
import * as supervisor from './api/supervisor.js';
import { isAdmin, isSignedIn } from './api/session.js';
import { current, go, match } from './router.js';
import { routes } from './routes.js';
import { shell } from './shell.js';
import { onUpdate } from './update.js';

const root = document.getElementById('app');
let page = null;
let leave = new AbortController();

function refusal({ needs }) {
  if (needs && !isSignedIn()) {
    return 'session';
  }
  return needs === 'admin' && !isAdmin() ? 'admin' : '';
}

const message = (title, text) => ({
  title,
  view: () => html`<h1 tabindex="-1">${title}</h1><p>${text}</p>`,
});

function open({ path, query }) {
  const found = match(routes, path);
  if (!found) {
    return message('No such page', 'The address has no page here.');
  }
  switch (refusal(found.page)) {
    case 'session':
      go('/sign-in', { next: path });
      return message('Sign in', 'This page needs a session.');
    case 'admin':
      return message('For administrators', 'Sign in as an administrator to see this page.');
    default:
      return found.page.open({ params: found.params, query, signal: leave.signal });
  }
}

function show() {
  leave.abort();
  leave = new AbortController();
  page = open(current());
  document.title = `${page.title} · Ashlar`;
  draw();
  window.scrollTo(0, 0);
  root.querySelector('h1')?.focus({ preventScroll: true });
}

function draw() {
  render(shell(page.view(), current().path), root);
}

supervisor.adopt();
onUpdate(draw);
window.addEventListener('hashchange', show);
show();
