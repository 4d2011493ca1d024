import { html, nothing } from '../html.js';
import { repeatedly } from '../api/pause.js';
import * as supervisor from '../api/supervisor.js';
import { loading, notice } from '../parts/notice.js';
import { update } from '../update.js';
import { load } from './load.js';
import { processes } from './processes.js';
import { scale } from './scale.js';

const POLL_MILLIS = 2000;

export function faults({ signal }) {
  let status = null;
  let problem = null;
  let failure = null;
  let progress = [];
  let busy = false;
  const frozen = new Set();
  const generator = load();

  async function read() {
    try {
      status = await supervisor.status(signal);
      problem = null;
    } catch (cause) {
      problem = cause.name === 'AbortError' ? null : cause;
    }
    update();
  }

  /** One operation at a time, as the supervisor has it. Shows its progress. */
  async function change(action) {
    busy = true;
    failure = null;
    progress = [];
    update();
    try {
      const failures = await action(({ name, phase }) => {
        progress = [...progress.filter((line) => line.name !== name), { name, phase }];
        update();
      });
      failure = Array.isArray(failures) && failures.length ? new Error(failures.join('\n')) : null;
    } catch (cause) {
      failure = cause;
    }
    busy = false;
    await read();
  }

  if (supervisor.isKnown()) {
    repeatedly(POLL_MILLIS, signal, read);
  }

  const content = () => html`
    <p role="status" class="progress">${progress.map(({ name, phase }) => html`<span>${name} ${phase.toLowerCase().replaceAll('_', ' ')}</span> `)}</p>
    ${processes(status.processes, { frozen, busy, change })}
    ${scale(status.processes, { busy, change })}
    ${generator.view()}`;

  return {
    title: 'Break it',
    view: () => html`<h1 tabindex="-1">Break it</h1>
      ${supervisor.isKnown() ? html`
        <p>Kill, freeze or restart any process, and watch the shop and the system go on.</p>
        ${notice(failure)}${notice(problem)}
        ${status ? content() : problem ? nothing : loading}`
    : html`<p>Open the address that <code>./ashlar up</code> prints. It has the token for this page.</p>`}`,
  };
}
