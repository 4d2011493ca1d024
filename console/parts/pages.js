import { html, nothing } from '../html.js';
import { get, query } from '../api/http.js';
import { update } from '../update.js';

/** A list that loads page after page. */
export function pages(path, { signal, limit = 20 }) {
  const list = { items: null, problem: null, next: null, load };

  async function load(reset = true) {
    try {
      const page = await get(path + query({ limit, cursor: reset ? '' : list.next }), { signal });
      list.items = reset ? page.items : [...list.items, ...page.items];
      list.next = page.next_cursor;
      list.problem = null;
    } catch (problem) {
      if (problem.name === 'AbortError') {
        return;
      }
      list.problem = problem;
    }
    update();
  }

  list.more = () => (list.next ? html`<p><button @click=${() => load(false)}>Show more</button></p>` : nothing);
  return list;
}
