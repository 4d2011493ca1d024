import { html, nothing } from '../html.js';
import { get, post, query, remove } from '../api/http.js';
import { announce } from '../parts/announce.js';
import { badge } from '../parts/badge.js';
import { moment } from '../parts/format.js';
import { empty, unavailable } from '../parts/notice.js';
import { CONSUMERS } from './parts.js';
import { section } from './section.js';

const OPEN = ['PARKED', 'REPLAYING'];

/** The events that no service could handle, with replay and discard. */
export const deadLetters = ({ signal }) => section({
  id: 'dead-letters', title: 'Dead letters', wide: true, signal, content,
  read: () => Promise.all(CONSUMERS.map((service) => list(service, signal))),
});

/** A service that does not respond hides no letter of the others. */
const list = (service, signal) => get(`/${service}/dead-letters`, { signal })
  .then(({ items }) => ({ service, items }), (problem) => ({ service, items: [], problem }));

function content(lists, change) {
  const rows = lists.flatMap(({ service, items }) => items.map((letter) => row(service, letter, change)));
  const missing = lists.filter(({ problem }) => problem);
  return html`${missing.length ? unavailable(missing[0].problem) : nothing}
    ${rows.length ? table(rows) : missing.length < lists.length ? empty('None.') : nothing}`;
}

const table = (rows) => html`<div class="scroll" role="region" aria-label="Dead letters" tabindex="0"><table>
  <thead><tr><th>Service</th><th>Event</th><th>Reason</th><th>First seen</th><th><span class="unseen">Actions</span></th></tr></thead>
  <tbody>${rows}</tbody></table></div>`;

function row(service, letter, change) {
  const path = `/${service}/dead-letters/${letter.id}`;

  const replay = () => change(async () => {
    await post(`${path}/replay`);
    announce('The event is replayed.');
  });

  function discard() {
    const reason = window.prompt('Why do you discard this event?');
    if (reason) {
      change(async () => {
        await remove(path + query({ reason }));
        announce('The event is discarded.');
      });
    }
  }

  return html`<tr>
    <td>${service}<br>${badge(letter.state)}</td>
    <td>${letter.type}<br><span class="hint">${letter.topic}-${letter.partition} at ${letter.offset}, key ${letter.key ?? 'none'}</span></td>
    <td>${letter.reason}</td><td>${moment(letter.first_seen_at)}</td>
    <td>${OPEN.includes(letter.state) ? html`<button class="quiet" @click=${replay}>Replay</button>
      <button class="quiet" @click=${discard}>Discard</button>` : nothing}</td></tr>`;
}
