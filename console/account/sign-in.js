import { html, nothing } from '../html.js';
import * as supervisor from '../api/supervisor.js';
import { form } from '../parts/form.js';
import { notice } from '../parts/notice.js';
import { link } from '../router.js';
import { update } from '../update.js';
import * as user from './user.js';

export function signIn({ query, signal }) {
  let demo = [];
  let problem = null;

  const start = (credentials) => user.signIn(credentials, query.next);

  if (supervisor.isKnown()) {
    supervisor.status(signal).then(({ credentials }) => {
      demo = credentials;
      update();
    }, () => {}); // the form works without the demo accounts
  }

  const account = form({
    fields: [
      { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username' },
      { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
    ],
    submit: 'Sign in',
    send: start,
  });

  const startAs = (credentials) => start(credentials).catch((cause) => {
    problem = cause;
    update();
  });

  return {
    title: 'Sign in',
    view: () => html`<div class="narrow">
      <h1 tabindex="-1">Sign in</h1>
      ${account()}
      <p>No account yet? <a href=${link('/register', query)}>Register</a></p>
      ${demo.length ? html`<h2>Demo accounts</h2>
        <p class="row">${demo.map((one) => html`<button @click=${() => startAs(one)}>Sign in as ${one.role}</button>`)}</p>` : nothing}
      ${notice(problem)}
    </div>`,
  };
}
