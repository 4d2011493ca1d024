import { html, render } from './html.js';
import * as supervisor from './api/supervisor.js';
import { isAdmin, isSignedIn } from './api/session.js';
import { current, go, match } from './router.js';
import { routes } from './routes.js';
import { shell } from './shell.js';
import { onUpdate } from './update.js';

const root = document.getElementById('app');
let page = null;
let refused = '';
let leave = new AbortController();

/** Why the visitor may not see the page: "session", "admin", or empty. */
function refusal() {
  const needs = match(routes, current().path)?.page.needs;
  if (needs && !isSignedIn()) {
    return 'session';
  }
  return needs === 'admin' && !isAdmin() ? 'admin' : '';
}

const message = (title, text) => ({
  title,
  view: () => html`<h1 tabindex="-1">${title}</h1><p>${text}</p>`,
});

function open() {
  const { path, query } = current();
  const found = match(routes, path);
  if (!found) {
    return message('No such page', 'The address has no page here.');
  }
  if (refused === 'session') {
    go('/sign-in', { next: path });
    return message('Sign in', 'This page needs a session.');
  }
  if (refused === 'admin') {
    return message('For administrators', 'Sign in as an administrator to see this page.');
  }
  return found.page.open({ params: found.params, query, signal: leave.signal });
}

function show() {
  supervisor.adopt();
  leave.abort();
  leave = new AbortController();
  refused = refusal();
  page = open();
  document.title = `${page.title} · Ashlar`;
  render(shell(page.view(), current().path), root);
  window.scrollTo(0, 0);
  root.querySelector('h1')?.focus({ preventScroll: true });
}

/** A session may end while a page is open. */
function draw() {
  if (refusal() === refused) {
    render(shell(page.view(), current().path), root);
  } else {
    show();
  }
}

onUpdate(draw);
window.addEventListener('hashchange', show);
show();
