import { html } from '../html.js';
import { words } from './format.js';

const KINDS = {
  good: ['CONFIRMED', 'healthy', 'ready', 'SENT', 'REPLAYED', 'up'],
  wait: ['PENDING', 'starting', 'degraded', 'REPLAYING', 'PARKED', 'log', 'frozen'],
  bad: ['REJECTED', 'unhealthy', 'unreachable', 'failed', 'FAILED', 'down', 'ejected', 'block'],
};

/** A state in words, with a colour that repeats it. */
export function badge(state) {
  const kind = Object.keys(KINDS).find((name) => KINDS[name].includes(state)) ?? 'calm';
  return html`<span class="badge ${kind}">${words(state).toLowerCase()}</span>`;
}
