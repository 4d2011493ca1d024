import { html } from '../html.js';
import { badge } from '../parts/badge.js';
import { money, moment, shortId } from '../parts/format.js';
import { empty, loading, notice } from '../parts/notice.js';
import { pages } from '../parts/pages.js';
import { link } from '../router.js';

export function orders({ signal }) {
  const list = pages('/orders', { signal });
  list.load();

  const row = (order) => html`<tr>
    <td><a href=${link(`/orders/${order.id}`)}>${shortId(order.id)}</a></td>
    <td>${moment(order.created_at)}</td>
    <td>${badge(order.status)}</td>
    <td class="number">${money(order.total, order.currency)}</td>
  </tr>`;

  return {
    title: 'Orders',
    view: () => html`<h1 tabindex="-1">Orders</h1>
      ${notice(list.problem)}
      ${list.items === null ? list.problem ? '' : loading : list.items.length === 0 ? empty('No orders yet.') : html`
        <div class="scroll" role="region" aria-label="Orders" tabindex="0"><table>
          <thead><tr><th>Order</th><th>Placed</th><th>Status</th><th class="number">Total</th></tr></thead>
          <tbody>${list.items.map(row)}</tbody>
        </table></div>
        ${list.more()}`}`,
  };
}
