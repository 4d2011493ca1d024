import { html, nothing, live, repeat } from '../html.js';
import { post } from '../api/http.js';
import { isSignedIn } from '../api/session.js';
import { money } from '../parts/format.js';
import { empty, notice } from '../parts/notice.js';
import { thumbnail } from '../parts/picture.js';
import { go, link } from '../router.js';
import { update } from '../update.js';
import * as basket from './basket.js';

export function basketPage() {
  let problem = null;
  let busy = false;

  async function order() {
    if (!isSignedIn()) {
      go('/sign-in', { next: '/basket' });
      return;
    }
    busy = true;
    problem = null;
    update();
    try {
      const items = basket.lines().map(({ id, quantity }) => ({ product_id: id, quantity }));
      const placed = await post('/orders', { items }, { headers: { 'Idempotency-Key': basket.key() } });
      basket.clear();
      go(`/orders/${placed.id}`);
    } catch (cause) {
      problem = cause; // the key stays, so another click cannot order twice
    }
    busy = false;
    update();
  }

  const errorOf = (index) => Object.entries(problem?.fields ?? {})
    .filter(([name]) => name.startsWith(`items[${index}]`)).map(([, message]) => message).join(' ');

  const row = (line, index) => html`<li class="line">
    ${thumbnail(line)}
    <div>
      <a href=${link(`/products/${line.id}`)}>${line.name}</a>
      <p class="hint">${money(line.price, line.currency)} each</p>
      ${errorOf(index) ? html`<p class="error" id=${`error-${line.id}`}>${errorOf(index)}</p>` : nothing}
    </div>
    <input type="number" min="1" max="1000" .value=${live(String(line.quantity))} aria-label=${`Quantity of ${line.name}`}
      aria-describedby=${errorOf(index) ? `error-${line.id}` : nothing}
      @change=${(event) => basket.setQuantity(line.id, Number(event.target.value))}>
    <span class="price">${money(line.price * line.quantity, line.currency)}</span>
    <button class="quiet" aria-label=${`Remove ${line.name}`} @click=${() => basket.remove(line.id)}>Remove</button>
  </li>`;

  return {
    title: 'Basket',
    view: () => html`<h1 tabindex="-1">Basket</h1>
      ${basket.lines().length ? html`
        <ul class="lines">${repeat(basket.lines(), (line) => line.id, row)}</ul>
        <p class="total">Total <strong>${money(basket.total(), basket.lines()[0].currency)}</strong></p>
        ${notice(problem)}
        <button class="primary" ?disabled=${busy} @click=${order}>${isSignedIn() ? 'Place order' : 'Sign in to order'}</button>`
    : empty('The basket is empty.')}`,
  };
}
