import { html } from '../html.js';
import { remove } from '../api/http.js';
import { forget } from '../api/session.js';
import { announce } from '../parts/announce.js';
import { moment } from '../parts/format.js';
import { loading, notice } from '../parts/notice.js';
import { pages } from '../parts/pages.js';
import { go } from '../router.js';
import { update } from '../update.js';

/** The sessions of the user, with their ends. */
export function sessions({ signal }) {
  const list = pages('/sessions', { signal, limit: 50 });
  list.load();

  async function end(path, after) {
    try {
      await remove(path);
      await after();
    } catch (problem) {
      list.problem = problem;
      update();
    }
  }

  const revoke = ({ id, current }) => end(`/sessions/${id}`, async () => {
    announce('The session has ended.');
    if (current) {
      signedOut();
    } else {
      await list.load();
    }
  });

  const row = (session) => html`<tr>
    <td>${session.user_agent ?? 'Unknown browser'}${session.current ? html` <span class="badge good">this one</span>` : ''}</td>
    <td>${moment(session.created_at)}</td><td>${moment(session.last_seen_at)}</td>
    <td><button class="quiet" @click=${() => revoke(session)}>Revoke</button></td>
  </tr>`;

  return {
    load: list.load,
    view: () => html`<section aria-labelledby="sessions"><h2 id="sessions">Sessions</h2>
      ${notice(list.problem)}
      ${list.items === null ? list.problem ? '' : loading : html`
        <div class="scroll" role="region" aria-label="Sessions" tabindex="0"><table>
          <thead><tr><th>Browser</th><th>Since</th><th>Last seen</th><th><span class="unseen">End</span></th></tr></thead>
          <tbody>${list.items.map(row)}</tbody>
        </table></div>${list.more()}
        <p><button @click=${() => end('/sessions', signedOut)}>Log out everywhere</button></p>`}
    </section>`,
  };
}

function signedOut() {
  forget();
  go('/sign-in');
}
