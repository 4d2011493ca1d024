import { html, nothing } from '../html.js';
import * as supervisor from '../api/supervisor.js';
import { notice } from '../parts/notice.js';
import { update } from '../update.js';

const RATES = [10, 50, 200];
const SECONDS = 30;

/** Starts the load generator of the command line, and shows its ledger. */
export function load() {
  let lines = [];
  let problem = null;
  let running = 0;

  async function start(rate) {
    running = rate;
    lines = [];
    problem = null;
    update();
    try {
      await supervisor.load(rate, SECONDS, (line) => {
        lines = [...lines, line];
        update();
      });
    } catch (cause) {
      problem = cause;
    }
    running = 0;
    update();
  }

  return {
    view: () => html`<section aria-labelledby="load"><h2 id="load">Load</h2>
      <p>Places orders for ${SECONDS} s, then counts accepted, confirmed, rejected, pending, lost and doubled ones.</p>
      <p class="row">${RATES.map((rate) => html`<button ?disabled=${running > 0} @click=${() => start(rate)}>${rate} orders/s</button>`)}</p>
      ${running ? html`<p class="hint" role="status">${running} orders/s are running.</p>` : nothing}
      ${notice(problem)}
      ${lines.length ? html`<pre tabindex="0" aria-label="Ledger">${lines.join('\n')}</pre>` : nothing}
    </section>`,
  };
}
