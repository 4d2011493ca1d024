import { html } from '../html.js';
import * as supervisor from '../api/supervisor.js';
import { badge } from '../parts/badge.js';
import { bytes, duration } from '../parts/format.js';

/** The processes of the local stack, with what can be done to each. */
export function processes(list, { frozen, busy, change }) {
  const button = (label, name, action) => html`<button class="quiet" ?disabled=${busy} aria-label=${`${label} ${name}`}
    @click=${() => change(action)}>${label}</button>`;

  const send = (name, signal) => async () => {
    await supervisor.kill(name, signal);
    if (signal === 'STOP') {
      frozen.add(name);
    } else {
      frozen.delete(name);
    }
  };

  const actions = (name) => [
    button('Kill', name, send(name, 'KILL')),
    frozen.has(name) ? button('Thaw', name, send(name, 'CONT')) : button('Freeze', name, send(name, 'STOP')),
    button('Restart', name, (onLine) => supervisor.run('/restart', { names: [name] }, onLine)),
  ];

  const row = (process) => {
    const name = `${process.name}#${process.instance}`;
    const runs = process.pid !== null && process.pid !== undefined;
    return html`<tr>
      <td>${process.instance === 1 ? process.name : name}</td>
      <td>${badge(runs && frozen.has(name) ? 'frozen' : process.state)}</td>
      <td class="number">${process.port}</td><td class="number">${process.pid ?? '–'}</td>
      <td class="number">${duration(process.uptime_seconds ?? NaN)}</td><td class="number">${bytes(process.rss_bytes ?? NaN)}</td>
      <td class="actions">${runs ? actions(name)
    : button('Start', name, (onLine) => supervisor.run('/start', { names: [name] }, onLine))}</td></tr>`;
  };

  return html`<section aria-labelledby="processes"><h2 id="processes">Processes</h2>
    <div class="scroll" role="region" aria-label="Processes" tabindex="0"><table>
      <thead><tr><th>Process</th><th>State</th><th class="number">Port</th><th class="number">Pid</th><th class="number">Up for</th>
        <th class="number">Memory</th><th><span class="unseen">Actions</span></th></tr></thead>
      <tbody>${list.map(row)}</tbody></table></div></section>`;
}
