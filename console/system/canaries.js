import { html, live } from '../html.js';
import { get, put } from '../api/http.js';
import { announce } from '../parts/announce.js';
import { empty } from '../parts/notice.js';
import { section } from './section.js';

/** The share of each upstream's requests that goes to a new version. */
export const canaries = ({ signal }) => section({
  id: 'canaries', title: 'Canaries', signal, content, read: () => get('/gateway/canaries', { signal }),
});

const content = ({ items }, change) => (items.length === 0
  ? empty('No upstream has a canary. An upstream with instances of two versions can have one.')
  : items.map((canary) => slider(canary, change)));

function slider({ upstream, version, weight }, change) {
  const id = `canary-${upstream}`;
  const set = (event) => change(async () => {
    await put(`/gateway/canaries/${encodeURIComponent(upstream)}`, { version, weight: Number(event.target.value) });
    announce(`${event.target.value} % of the requests to ${upstream} go to version ${version}.`);
  });
  return html`<div class="field">
    <label for=${id}>${upstream}: ${weight} % to version ${version}</label>
    <input id=${id} type="range" min="0" max="100" step="5" .value=${live(String(weight))} @change=${set}>
  </div>`;
}
