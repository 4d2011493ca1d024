import { html, nothing } from './html.js';
import { remove } from './api/http.js';
import { forget, isAdmin, isSignedIn, read } from './api/session.js';
import * as supervisor from './api/supervisor.js';
import { user } from './account/user.js';
import { announce } from './parts/announce.js';
import { go, link } from './router.js';
import * as basket from './shop/basket.js';

async function signOut() {
  await remove(`/sessions/${read().id}`).catch(() => {}); // without a gateway, the tab forgets its tokens
  forget();
  announce('You are signed out.');
  go('/');
}

function toContent(event) {
  event.preventDefault();
  document.querySelector('h1').focus();
}

/** The frame around each page. */
export function shell(content, path) {
  const item = (to, label) => html`<li><a href=${link(to)}
    aria-current=${path === to || (to !== '/' && path.startsWith(to + '/')) ? 'page' : nothing}>${label}</a></li>`;

  return html`
    <a class="skip" href="#main" @click=${toContent}>To the content</a>
    <header class="bar">
      <a class="brand" href="#/"><svg viewBox="0 0 28 24" width="28" height="24" aria-hidden="true">
        <rect x="0" y="0" width="17" height="7" rx="1.5" /><rect x="19" y="0" width="9" height="7" rx="1.5" />
        <rect x="0" y="8.5" width="8" height="7" rx="1.5" /><rect x="10" y="8.5" width="18" height="7" rx="1.5" />
        <rect x="0" y="17" width="15" height="7" rx="1.5" /><rect x="17" y="17" width="11" height="7" rx="1.5" />
      </svg>Ashlar</a>
      <nav aria-label="Pages"><ul>
        ${item('/', 'Shop')}
        ${isAdmin() ? [item('/system', 'System'), item('/follow', 'Follow an order')] : nothing}
        ${supervisor.isKnown() ? item('/break', 'Break it') : nothing}
      </ul></nav>
      <nav aria-label="Yours"><ul>
        ${item('/basket', html`Basket <span class="count">${basket.count()}</span>`)}
        ${isSignedIn() ? [item('/orders', 'Orders'), item('/account', user()?.name ?? 'Account')] : item('/sign-in', 'Sign in')}
        ${isSignedIn() ? html`<li><button class="quiet" @click=${signOut}>Sign out</button></li>` : nothing}
      </ul></nav>
    </header>
    <main id="main">${content}</main>`;
}
