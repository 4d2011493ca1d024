import { html } from '../html.js';
import { most, SERVICES, total } from './parts.js';
import { plot } from './plot.js';

const KEPT_SECONDS = 300;

const PLOTS = [
  { title: 'Requests per second', of: (system, rates) => add(SERVICES.map((name) => rates.of(name).perSecond)) },
  { title: 'Latency, ms', of: (system, rates) => Math.max(...SERVICES.map((name) => rates.of(name).latency).filter(Number.isFinite)) },
  { title: 'Events in the outboxes', of: (system) => total(system, 'outbox', 'pending') },
  { title: 'Oldest event, s', of: (system) => most(system, 'outbox', 'oldest_seconds') },
  { title: 'Consumer lag', of: (system) => total(system, 'consumer', 'lag') },
  { title: 'Mails that wait', of: (system) => total(system, 'mail_queue', 'pending') },
];

function add(values) {
  const found = values.filter(Number.isFinite);
  return found.length ? found.reduce((sum, value) => sum + value, 0) : NaN;
}

/** Five minutes of figures, kept by this page. Gaps stay gaps. */
export function history() {
  const times = [];
  const plots = PLOTS.map(({ title, of }) => ({ title, of, values: [], draw: plot() }));

  return {
    add(system, rates) {
      const now = Date.now() / 1000;
      times.push(now);
      plots.forEach(({ of, values }) => {
        const value = system ? of(system, rates) : NaN;
        values.push(Number.isFinite(value) ? value : null);
      });
      while (times[0] < now - KEPT_SECONDS) {
        times.shift();
        plots.forEach(({ values }) => values.shift());
      }
    },

    view: () => html`<section aria-labelledby="history"><h2 id="history">The last five minutes</h2>
      <div class="plots">${plots.filter(({ values }) => values.some((value) => value !== null))
    .map(({ title, values, draw }) => draw(title, times, values))}</div></section>`,
  };
}
