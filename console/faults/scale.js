import { html } from '../html.js';
import * as supervisor from '../api/supervisor.js';

const MOST = 3;

/** The number of instances of each service. */
export function scale(processes, { busy, change }) {
  const services = [...new Set(processes.map(({ name }) => name).filter((name) => name.endsWith('-service')))];
  const set = (name, count) => change((onLine) => supervisor.run('/scale', { scale: { [name]: count } }, onLine));

  const row = (name) => {
    const count = processes.filter((process) => process.name === name).length;
    return html`<div class="stepper" role="group" aria-label=${`Instances of ${name}`}>
      <span>${name}</span>
      <button class="quiet" ?disabled=${busy || count <= 1} aria-label=${`One instance less of ${name}`} @click=${() => set(name, count - 1)}>−</button>
      <b>${count}</b>
      <button class="quiet" ?disabled=${busy || count >= MOST} aria-label=${`One more instance of ${name}`} @click=${() => set(name, count + 1)}>+</button>
    </div>`;
  };

  return html`<section aria-labelledby="scale"><h2 id="scale">Instances</h2><div class="steppers">${services.map(row)}</div></section>`;
}
