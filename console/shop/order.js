import { html, nothing } from '../html.js';
import { followOrder } from '../api/events.js';
import { get, post } from '../api/http.js';
import { isAdmin } from '../api/session.js';
import { announce } from '../parts/announce.js';
import { badge } from '../parts/badge.js';
import { money, moment, shortId, span, words } from '../parts/format.js';
import { loading, notice } from '../parts/notice.js';
import { link } from '../router.js';
import { update } from '../update.js';
import { nameOf } from './names.js';

const CAN_BE_CANCELLED = ['PENDING', 'CONFIRMED'];

export function order({ params: { id }, signal }) {
  let found = null;
  let problem = null;
  let changes = [];

  async function show() {
    try {
      found = await get(`/orders/${id}`, { signal });
      update();
      await followOrder(id, signal, onStatus);
    } catch (cause) {
      problem = cause.name === 'AbortError' ? null : cause;
      update();
    }
  }

  function onStatus({ status, reason, at }) {
    if (changes.at(-1)?.status !== status) {
      changes = [...changes, { status, at }];
      announce(`The order is ${status.toLowerCase()}.`);
    }
    Object.assign(found, { status, reason });
    update();
  }

  async function cancel() {
    problem = null;
    try {
      const cancelled = await post(`/orders/${id}/cancel`);
      onStatus({ ...cancelled, at: cancelled.updated_at });
    } catch (cause) {
      problem = cause;
      update();
    }
  }

  show();

  const step = ({ status, at }) => html`<li>${badge(status)}
    <time datetime=${at}>${moment(at)}</time>
    <span class="hint">${span(new Date(at) - new Date(found.created_at))} after the order</span></li>`;

  const details = () => html`
    <p>${badge(found.status)} ${found.reason ? words(found.reason) : nothing}</p>
    <ol class="steps"><li><span class="badge calm">placed</span> <time datetime=${found.created_at}>${moment(found.created_at)}</time></li>
      ${changes.map(step)}</ol>
    <table>
      <thead><tr><th>Product</th><th class="number">Pieces</th><th class="number">Each</th></tr></thead>
      <tbody>${found.items.map((item) => html`<tr>
        <td><a href=${link(`/products/${item.product_id}`)}>${nameOf(item.product_id)}</a></td>
        <td class="number">${item.quantity}</td><td class="number">${money(item.unit_price, found.currency)}</td></tr>`)}</tbody>
    </table>
    <p class="total">Total <strong>${money(found.total, found.currency)}</strong></p>
    <p class="row">
      ${CAN_BE_CANCELLED.includes(found.status) ? html`<button @click=${cancel}>Cancel order</button>` : nothing}
      ${isAdmin() ? html`<a href=${link(`/follow/${id}`)}>Follow this order through the services</a>` : nothing}
    </p>`;

  return {
    title: `Order ${shortId(id)}`,
    view: () => html`<p><a href="#/orders">All orders</a></p>
      <h1 tabindex="-1">Order ${shortId(id)}</h1>
      ${notice(problem)}
      ${found ? details() : problem ? nothing : loading}`,
  };
}
