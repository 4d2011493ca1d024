import { html, nothing } from '../html.js';

/** What went wrong, and the id under which the logs have it. */
export function notice(problem) {
  if (!problem) {
    return nothing;
  }
  return html`<div class="notice" role="alert">
    <p>${problem.message}</p>
    ${problem.requestId ? html`<p class="hint">Request ${problem.requestId}</p>` : nothing}
  </div>`;
}

/** A calm note in place of data that cannot be shown now. */
export function unavailable(problem) {
  return html`<p class="hint">No figures now: ${problem.message}</p>`;
}

export const loading = html`<p class="hint" aria-busy="true">Loading …</p>`;

/** For lists without an item. */
export const empty = (text) => html`<p class="empty">${text}</p>`;
