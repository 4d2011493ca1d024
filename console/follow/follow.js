import { html, nothing } from '../html.js';
import { get } from '../api/http.js';
import { repeatedly } from '../api/pause.js';
import { badge } from '../parts/badge.js';
import { money, moment } from '../parts/format.js';
import { values } from '../parts/field.js';
import { loading, notice } from '../parts/notice.js';
import { go } from '../router.js';
import { CONSUMERS } from '../system/parts.js';
import { update } from '../update.js';
import { timeline } from './timeline.js';

const POLL_MILLIS = 1000;
const POLLS = 20;

export function follow({ params: { id }, signal }) {
  let order = null;
  let problem = null;
  let steps = [];
  let mails = [];
  let polls = 0;
  const stop = new AbortController();

  async function load() {
    try {
      order = await get(`/orders/${id}`, { signal });
      const [mailPage, ...found] = await Promise.all([
        get(`/emails?order_id=${id}`, { signal }),
        ...CONSUMERS.map((service) => stepsOf(service)),
      ]);
      mails = mailPage.items;
      steps = found.flat().sort((a, b) => a.at.localeCompare(b.at));
    } catch (cause) {
      problem = cause.name === 'AbortError' ? null : cause;
      stop.abort();
    }
    polls += 1;
    if (polls >= POLLS) {
      stop.abort();
    }
    update();
  }

  const stepsOf = (service) => get(`/${service}/steps?order_id=${id}`, { signal })
    .then(({ items }) => items.map((item) => ({ ...item, service })), () => []); // the next poll may succeed

  if (id) {
    repeatedly(POLL_MILLIS, AbortSignal.any([signal, stop.signal]), load);
  }

  const search = html`<form class="row" @submit=${(event) => {
    event.preventDefault();
    go(`/follow/${values(event.target).order.trim()}`);
  }}><div class="field"><label for="order">Order</label>
      <input id="order" class="order-id" name="order" .value=${id ?? ''} placeholder="019b7db8-7801-71a7-82c9-9e3779b97f4b" required></div>
    <button>Follow</button></form>`;

  const details = () => html`<p>${badge(order.status)} ${money(order.total, order.currency)}, placed ${moment(order.created_at)}</p>
    <h2>Steps</h2>
    ${timeline(order, steps)}
    <h2>Mails</h2>
    <div class="scroll" role="region" aria-label="Mails" tabindex="0"><table><thead><tr><th>Template</th><th>Recipient</th><th>Status</th><th>Sent</th></tr></thead>
      <tbody>${mails.map((mail) => html`<tr><td>${mail.template}</td><td>${mail.recipient ?? '–'}</td>
        <td>${badge(mail.status)}</td><td>${moment(mail.sent_at)}</td></tr>`)}</tbody></table></div>`;

  return {
    title: 'Follow an order',
    view: () => html`<h1 tabindex="-1">Follow an order</h1>
      ${search}${notice(problem)}
      ${order ? details() : id && !problem ? loading : nothing}`,
  };
}
