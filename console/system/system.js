import { html } from '../html.js';
import { get } from '../api/http.js';
import { repeatedly } from '../api/pause.js';
import { loading, unavailable } from '../parts/notice.js';
import { update } from '../update.js';
import { cache } from './cache.js';
import { canaries } from './canaries.js';
import { deadLetters } from './dead-letters.js';
import { firewall } from './firewall.js';
import { history } from './history.js';
import { instances } from './instances.js';
import { map } from './map.js';
import { traffic } from './traffic.js';
import { upstreams } from './upstreams.js';

const POLL_MILLIS = 3000;

export function system({ signal }) {
  const state = { system: null, upstreams: null };
  const rates = traffic();
  const plots = history();
  const sections = [canaries({ signal }), cache({ signal }), firewall({ signal }), deadLetters({ signal })];

  /** Keeps the last figures if the gateway does not respond, so that the page stays readable. */
  async function load(name, path) {
    try {
      state[name] = { value: await get(path, { signal }), problem: null };
    } catch (problem) {
      state[name] = { value: state[name]?.value ?? null, problem };
    }
  }

  repeatedly(POLL_MILLIS, signal, async () => {
    await Promise.all([load('system', '/system'), load('upstreams', '/gateway/upstreams')]);
    rates.add(state.upstreams.value, Date.now());
    plots.add(state.system.value, rates);
    update();
  });

  return {
    title: 'System',
    view: () => html`<h1 tabindex="-1">System</h1>
      ${state.system === null ? loading : state.system.problem ? unavailable(state.system.problem) : ''}
      ${state.system?.value ? html`${map(state.system.value, rates)}
        ${plots.view()}
        ${instances(state.system.value)}` : ''}
      ${state.upstreams ? upstreams(state.upstreams, rates) : ''}
      <div class="columns">${sections.map((section) => section.view())}</div>`,
  };
}
