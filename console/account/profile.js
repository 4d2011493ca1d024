import { html } from '../html.js';
import { patch, put } from '../api/http.js';
import { form } from '../parts/form.js';
import { moment } from '../parts/format.js';
import { loading } from '../parts/notice.js';
import { avatar } from './avatar.js';
import { sessions } from './sessions.js';
import { reload, user } from './user.js';

export function profile({ signal }) {
  const picture = avatar();
  const list = sessions({ signal });

  const name = (me) => form({
    fields: [{ name: 'name', label: 'Name', autocomplete: 'name', value: me.name }],
    submit: 'Save',
    async send(values) {
      await patch('/users/me', values);
      await reload();
      return 'Saved.';
    },
  });
  let nameForm = null;

  const password = form({
    fields: [
      { name: 'current_password', label: 'Current password', type: 'password', autocomplete: 'current-password' },
      { name: 'new_password', label: 'New password', type: 'password', autocomplete: 'new-password' },
    ],
    submit: 'Change password',
    async send(values) {
      await put('/users/me/password', values);
      list.load();
      return 'Changed. All other sessions have ended.';
    },
  });

  const details = (me) => {
    nameForm ??= name(me);
    return html`<div class="columns">
      <section aria-labelledby="about"><h2 id="about">About you</h2>
        ${picture.view(me)}
        <dl class="facts"><dt>E-mail</dt><dd>${me.email}</dd><dt>Roles</dt><dd>${me.roles.join(', ')}</dd>
          <dt>Since</dt><dd>${moment(me.created_at)}</dd></dl>
        ${nameForm()}
      </section>
      <section aria-labelledby="password"><h2 id="password">Password</h2>${password()}</section>
    </div>`;
  };

  return {
    title: 'Account',
    view: () => html`<h1 tabindex="-1">${user()?.name ?? 'Account'}</h1>
      ${user() ? details(user()) : loading}
      ${list.view()}`,
  };
}
