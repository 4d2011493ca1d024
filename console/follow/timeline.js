import { html, svg } from '../html.js';
import { moment, span, words } from '../parts/format.js';

const WIDTH = 200;

/** The steps of all services with their distance from the order. */
export function timeline(order, steps) {
  const start = new Date(order.created_at).getTime();
  const after = (step) => Math.max(0, new Date(step.at).getTime() - start);
  const longest = Math.max(1, ...steps.map(after));
  const row = (step) => html`<tr>
    <td>${words(step.step)}</td><td>${step.service}</td>
    <td><svg class="bar-of-time" viewBox="0 0 ${WIDTH} 10" aria-hidden="true">${svg`<rect width=${(after(step) / longest) * WIDTH} height="2" y="4" />
      <circle cx=${4 + (after(step) / longest) * (WIDTH - 8)} cy="5" r="4" />`}</svg></td>
    <td class="number">${span(after(step))}</td>
    <td><details><summary>${moment(step.at)}</summary><dl class="facts">
      <dt>Event</dt><dd>${step.event_id ?? '–'}</dd><dt>Request</dt><dd>${step.request_id ?? '–'}</dd>
      <dt>Trace</dt><dd>${step.trace_id ?? '–'}</dd></dl></details></td></tr>`;

  return html`<div class="scroll" role="region" aria-label="Steps" tabindex="0"><table>
    <thead><tr><th>Step</th><th>Service</th><th><span class="unseen">Distance</span></th><th class="number">After</th><th>At</th></tr></thead>
    <tbody>${steps.map(row)}</tbody></table></div>`;
}
