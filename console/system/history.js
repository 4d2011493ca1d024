import { html } from '../html.js';
import { figures, most, SERVICES, sum, TOPICS } from './parts.js';
import { plot } from './plot.js';

const KEPT_SECONDS = 300;

const PLOTS = [
  { title: 'Requests per second', of: (system, rates) => sum(SERVICES.map((name) => rates.of(name).perSecond)) },
  { title: 'Latency, ms', of: (system, rates) => most(SERVICES.map((name) => rates.of(name).latency)) },
  { title: 'Events in the outboxes', of: (system) => sum(figures(system, 'outbox', 'backlog')) },
  { title: 'Oldest event, s', of: (system) => most(figures(system, 'outbox', 'oldest_seconds')) },
  { title: 'Consumer lag', of: (system) => sum(TOPICS.flatMap(({ name }) => figures(system, 'consumer_lag', name))) },
  { title: 'Mails that wait', of: (system) => sum(figures(system, 'mail_queue', 'pending')) },
];

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
