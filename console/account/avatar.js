import { html, nothing } from '../html.js';
import { put } from '../api/http.js';
import { update } from '../update.js';
import { reload } from './user.js';

const MOST_BYTES = 2 * 1024 * 1024;

/** The picture of the user, and the upload of another one. */
export function avatar() {
  let error = '';

  async function upload({ target }) {
    const [file] = target.files;
    error = '';
    if (file && file.size > MOST_BYTES) {
      error = 'Choose a picture of at most 2 MiB.';
    } else if (file) {
      try {
        await put('/users/me/avatar', file);
        await reload();
      } catch (problem) {
        error = problem.message;
      }
    }
    target.value = '';
    update();
  }

  return {
    view: (me) => html`<div class="avatar-row">
      ${face(me)}
      <div class="field">
        <label for="avatar">Picture</label>
        <input id="avatar" type="file" accept="image/png,image/jpeg" @change=${upload}
          aria-describedby=${error ? 'avatar-error' : nothing}>
        ${error ? html`<p class="error" id="avatar-error" role="alert">${error}</p>` : nothing}
      </div>
    </div>`,
  };
}

export const face = ({ name, avatar_url: url }) => (url
  ? html`<img class="avatar" src=${url} alt="" width="64" height="64">`
  : html`<span class="avatar" aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>`);
