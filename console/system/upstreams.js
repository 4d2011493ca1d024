import { html, nothing } from '../html.js';
import { badge } from '../parts/badge.js';
import { number } from '../parts/format.js';
import { unavailable } from '../parts/notice.js';

/** How the gateway balances its requests. */
export const upstreams = ({ value, problem }, rates) => html`<section aria-labelledby="upstreams">
  <h2 id="upstreams">Upstreams</h2>
  ${problem ? unavailable(problem) : nothing}
  ${value ? html`<div class="scroll" role="region" aria-label="Upstreams" tabindex="0"><table>
    <thead><tr><th>Upstream</th><th>Instance</th><th>State</th><th>Version</th><th class="number">Weight</th>
      <th class="number">Requests/s</th><th class="number">Latency</th><th class="number">In flight</th><th class="number">Failures</th></tr></thead>
    <tbody>${value.upstreams.flatMap((upstream) => upstream.instances.map((instance, i) => html`<tr>
      <td>${i ? nothing : html`${upstream.name}<br><span class="hint">${upstream.algorithm}</span>`}</td>
      <td>${instance.address}${instance.backup ? ' (backup)' : nothing}</td><td>${badge(instance.state)}</td>
      <td>${instance.version ?? '–'}</td><td class="number">${instance.weight}</td>
      <td class="number">${number(rates.of(instance.address).perSecond)}</td>
      <td class="number">${number(instance.latency_ms)} ms</td><td class="number">${instance.in_flight}</td>
      <td class="number">${instance.failures}</td></tr>`))}</tbody>
  </table></div>` : nothing}</section>`;
