import { html } from '../html.js';
import { get } from '../api/http.js';
import { announce } from '../parts/announce.js';
import { money, moment, words } from '../parts/format.js';
import { loading, notice } from '../parts/notice.js';
import { picture } from '../parts/picture.js';
import { update } from '../update.js';
import { addToBasket } from './card.js';

export function product({ params, signal }) {
  let found = null;
  let problem = null;

  get(`/products/${params.id}`, { signal }).then((one) => {
    found = one;
    announce(one.name);
  }, (cause) => {
    problem = cause;
  }).finally(update);

  function add(event) {
    event.preventDefault();
    addToBasket(found, Number(new FormData(event.target).get('quantity')));
  }

  const details = () => html`<div class="product">
    ${picture(found)}
    <div>
      <p class="hint">${words(found.category)} · ${found.sku}</p>
      <h1 tabindex="-1">${found.name}</h1>
      <p class="price">${money(found.price, found.currency)}</p>
      <p>${found.description}</p>
      ${found.in_stock
    ? html`<form class="row" @submit=${add}>
          <label for="quantity">Quantity</label>
          <input id="quantity" name="quantity" type="number" min="1" max="1000" value="1" required>
          <button class="primary">Add to basket</button>
        </form>`
    : html`<p><strong>Sold out.</strong></p>`}
      <dl class="facts">
        ${Object.entries(found.attributes).map(([name, value]) => html`<dt>${words(name)}</dt><dd>${String(value)}</dd>`)}
        <dt>Changed</dt><dd>${moment(found.updated_at)}</dd>
      </dl>
    </div>
  </div>`;

  return {
    title: 'Product',
    view: () => html`<p><a href="#/">All products</a></p>
      ${problem ? html`<h1 tabindex="-1">Product</h1>${notice(problem)}` : found ? details() : loading}`,
  };
}
