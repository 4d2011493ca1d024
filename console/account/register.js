import { html } from '../html.js';
import { post } from '../api/http.js';
import { form } from '../parts/form.js';
import { link } from '../router.js';
import { signIn } from './user.js';

export function register({ query }) {
  const account = form({
    fields: [
      { name: 'name', label: 'Name', autocomplete: 'name' },
      { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username' },
      {
        name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password',
        hint: '15 to 128 characters of any kind. A few words are easy to remember.',
      },
    ],
    submit: 'Register',
    fieldOf: ({ status }) => (status === 409 ? 'email' : undefined),
    async send({ name, email, password }) {
      await post('/users', { name, email, password });
      await signIn({ email, password }, query.next);
    },
  });

  return {
    title: 'Register',
    view: () => html`<div class="narrow">
      <h1 tabindex="-1">Register</h1>
      ${account()}
      <p>Already registered? <a href=${link('/sign-in', query)}>Sign in</a></p>
    </div>`,
  };
}
