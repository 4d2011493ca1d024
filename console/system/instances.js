import { html } from '../html.js';
import { badge } from '../parts/badge.js';
import { duration, words } from '../parts/format.js';
import { stateOfInstance } from './parts.js';

/** All instances with their checks. */
export const instances = (system) => html`<section aria-labelledby="instances"><h2 id="instances">Instances</h2>
  <div class="scroll" role="region" aria-label="Instances" tabindex="0"><table>
    <thead><tr><th>Service</th><th>Address</th><th>State</th><th>Version</th><th>Up for</th><th>Checks</th></tr></thead>
    <tbody>${system.services.flatMap((service) => (service.instances.length
    ? service.instances.map((instance) => row(service, instance))
    : html`<tr><td>${service.name}</td><td colspan="5">No instance</td></tr>`))}</tbody>
  </table></div></section>`;

const row = ({ name }, instance) => html`<tr>
  <td>${name}</td><td>${instance.address}</td><td>${badge(stateOfInstance(instance))}</td>
  <td>${instance.version ?? '–'}</td><td>${duration(instance.uptime_seconds ?? NaN)}</td>
  <td><details><summary>${failed(instance.checks)}</summary>
    <dl class="facts">${Object.entries(instance.checks).map(([check, figures]) => html`<dt>${words(check)}</dt>
      <dd>${Object.entries(figures).map(([figure, value]) => html`<span class="figure">${words(figure)} <b>${text(value)}</b></span> `)}</dd>`)}</dl>
  </details></td></tr>`;

function failed(checks) {
  const down = Object.keys(checks).filter((name) => checks[name].status === 'down');
  return down.length ? `${down.map(words).join(', ')} down` : `${Object.keys(checks).length} up`;
}

const text = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
