import { html, nothing } from '../html.js';
import { get, post, query, remove } from '../api/http.js';
import { repeatedly } from '../api/pause.js';
import { announce } from '../parts/announce.js';
import { badge } from '../parts/badge.js';
import { moment } from '../parts/format.js';
import { empty, loading, notice, unavailable } from '../parts/notice.js';
import { update } from '../update.js';

const POLL_MILLIS = 5000;
const SERVICES = ['order', 'inventory', 'email', 'analytics'];
const OPEN = ['PARKED', 'REPLAYING'];

/** The events that no service could handle, with replay and discard. */
export function deadLetters({ signal }) {
  let lists = null;
  let failure = null;

  const list = (service) => get(`/${service}/dead-letters`, { signal })
    .then(({ items }) => ({ service, items }), (problem) => ({ service, items: [], problem }));

  async function load() {
    const known = (lists ?? SERVICES.map((service) => ({ service }))).filter(({ problem }) => problem?.status !== 404);
    const read = await Promise.all(known.map(({ service }) => list(service)));
    lists = [...(lists ?? []).filter(({ problem }) => problem?.status === 404), ...read];
    update();
  }

  async function change(action, done) {
    failure = null;
    try {
      await action();
      announce(done);
      await load();
    } catch (cause) {
      failure = cause;
      update();
    }
  }

  const replay = (service, { id }) => change(() => post(`/${service}/dead-letters/${id}/replay`), 'The event is replayed.');

  function discard(service, { id }) {
    const reason = window.prompt('Why do you discard this event?');
    if (reason) {
      change(() => remove(`/${service}/dead-letters/${id}` + query({ reason })), 'The event is discarded.');
    }
  }

  const row = (service, letter) => html`<tr>
    <td>${service}<br>${badge(letter.state)}</td>
    <td>${letter.type}<br><span class="hint">${letter.topic}-${letter.partition} at ${letter.offset}, key ${letter.key ?? 'none'}</span></td>
    <td>${letter.reason}</td><td>${moment(letter.first_seen_at)}</td>
    <td>${OPEN.includes(letter.state) ? html`<button class="quiet" @click=${() => replay(service, letter)}>Replay</button>
      <button class="quiet" @click=${() => discard(service, letter)}>Discard</button>` : nothing}</td></tr>`;

  const table = (rows) => html`<div class="scroll" role="region" aria-label="Dead letters" tabindex="0"><table>
    <thead><tr><th>Service</th><th>Event</th><th>Reason</th><th>First seen</th><th><span class="unseen">Actions</span></th></tr></thead>
    <tbody>${rows}</tbody></table></div>`;

  repeatedly(POLL_MILLIS, signal, load);

  return {
    view() {
      const rows = (lists ?? []).flatMap(({ service, items }) => items.map((letter) => row(service, letter)));
      const missing = (lists ?? []).filter(({ problem }) => problem);
      return html`<section aria-labelledby="dead-letters" class="wide"><h2 id="dead-letters">Dead letters</h2>
        ${notice(failure)}
        ${missing.length ? unavailable(missing[0].problem) : nothing}
        ${lists === null ? loading : rows.length ? table(rows) : missing.length < SERVICES.length ? empty('None.') : nothing}
      </section>`;
    },
  };
}
