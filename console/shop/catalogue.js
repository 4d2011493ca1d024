import { html, nothing, repeat } from '../html.js';
import { get, query as queryOf } from '../api/http.js';
import { announce } from '../parts/announce.js';
import { empty, loading, notice } from '../parts/notice.js';
import { replace } from '../router.js';
import { update } from '../update.js';
import { card } from './card.js';
import { filters } from './filters.js';

const PAUSE_IN_TYPING_MILLIS = 200;

export function catalogue({ query, signal }) {
  const filter = { q: '', category: '', min_price: '', max_price: '', sort: '', ...query };
  const initial = { ...filter };
  const state = { products: null, next: null, problem: null, categories: [] };
  let timer;
  let running;

  async function load(cursor = '') {
    running?.abort();
    running = new AbortController();
    const either = AbortSignal.any([signal, running.signal]);
    try {
      const page = await get('/products' + queryOf({ ...filter, limit: 24, cursor }), { signal: either });
      state.products = cursor ? [...state.products, ...page.items] : page.items;
      state.next = page.next_cursor;
      state.problem = null;
      announce(`${state.products.length}${state.next ? ' or more' : ''} products`);
    } catch (problem) {
      if (problem.name === 'AbortError') {
        return;
      }
      state.problem = problem;
    }
    update();
  }

  function change(values, delay = 0) {
    Object.assign(filter, values);
    replace('/', filter);
    clearTimeout(timer);
    timer = setTimeout(load, delay);
    update();
  }

  async function loadCategories() {
    const { items } = await get('/products' + queryOf({ limit: 100, sort: 'name' }), { signal });
    state.categories = [...new Set(items.map((product) => product.category))].sort();
    update();
  }

  load();
  loadCategories().catch(() => {}); // the shop works without them

  return {
    title: 'Shop',
    view: () => html`
      <h1 tabindex="-1" class="unseen">Shop</h1>
      ${filters({
    initial, filter, categories: state.categories, errors: state.problem?.fields ?? {},
    onType: (values) => change(values, PAUSE_IN_TYPING_MILLIS), onChoose: change,
  })}
      ${state.problem?.errors.length ? nothing : notice(state.problem)}
      ${state.products === null && !state.problem ? loading : nothing}
      ${state.products?.length === 0 ? empty('Nothing matches. Try fewer words or another category.') : nothing}
      <ul class="cards">
        ${repeat(state.products ?? [], (product) => product.id, (product) => html`<li>${card(product)}</li>`)}
      </ul>
      ${state.next ? html`<p class="more"><button @click=${() => load(state.next)}>Show more</button></p>` : nothing}`,
  };
}
