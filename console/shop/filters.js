import { html } from '../html.js';
import { field } from '../parts/field.js';
import { words } from '../parts/format.js';

const SORTS = [['', 'Best match'], ['name', 'Name'], ['price', 'Price, low first'], ['-price', 'Price, high first'],
  ['-updated_at', 'Changed last']];

export function filters({ initial, filter, categories, errors, onType, onChoose }) {
  const typed = (name) => (event) => onType({ [name]: event.target.value.trim() });
  const category = (value, label) => html`<button type="button" class="chip" aria-pressed=${filter.category === value}
    @click=${() => onChoose({ category: value })}>${label}</button>`;

  return html`<form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
    ${field({ name: 'q', label: 'Search', type: 'search', value: initial.q, error: errors.q, onInput: typed('q') })}
    ${field({
    name: 'min_price', label: 'Price from', value: initial.min_price, inputmode: 'decimal',
    error: errors.min_price, onInput: typed('min_price'),
  })}
    ${field({
    name: 'max_price', label: 'to', value: initial.max_price, inputmode: 'decimal',
    error: errors.max_price, onInput: typed('max_price'),
  })}
    <div class="field">
      <label for="sort">Sort by</label>
      <select id="sort" @change=${(event) => onChoose({ sort: event.target.value })}>
        ${SORTS.map(([value, label]) => html`<option value=${value} ?selected=${value === filter.sort}>${label}</option>`)}
      </select>
    </div>
    <div class="chips" role="group" aria-label="Category">
      ${category('', 'All')}${categories.map((name) => category(name, words(name)))}
    </div>
  </form>`;
}
