import { html } from '../html.js';
import { get, query, remove } from '../api/http.js';
import { announce } from '../parts/announce.js';
import { bytes, number, percent } from '../parts/format.js';
import { values } from '../parts/field.js';
import { section } from './section.js';

/** The gateway's cache, and a purge by key or of everything. */
export const cache = ({ signal }) => section({
  id: 'cache', title: 'Edge cache', signal, content, read: () => get('/gateway/cache', { signal }),
});

function content(figures, change) {
  const purge = (event) => {
    event.preventDefault();
    const { key } = values(event.target);
    change(async () => {
      await remove('/gateway/cache' + query({ surrogate_key: key.trim() }));
      announce('The cache is purged.');
    });
  };

  return html`<dl class="tiles">
      ${tile('Hit ratio', percent(figures.hits / (figures.hits + figures.misses)))}
      ${tile('Hits', number(figures.hits))}${tile('Misses', number(figures.misses))}
      ${tile('Stale hits', number(figures.stale_hits))}${tile('Collapsed', number(figures.collapsed))}
      ${tile('Purged', number(figures.purged))}${tile('Entries', number(figures.entries))}${tile('Size', bytes(figures.bytes))}
    </dl>
    <form class="row" @submit=${purge}>
      <div class="field"><label for="key">Surrogate key</label>
        <input id="key" name="key" aria-describedby="key-hint"><p class="hint" id="key-hint">Empty: everything</p></div>
      <button>Purge</button>
    </form>`;
}

const tile = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
