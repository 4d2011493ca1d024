import { html, nothing } from '../html.js';
import { repeatedly } from '../api/pause.js';
import { loading, notice, unavailable } from '../parts/notice.js';
import { update } from '../update.js';

const POLL_MILLIS = 5000;

/**
 * A part of the system page that reads its own figures every few seconds.
 *
 * @param read returns what the content shows
 * @param content makes the template from the response and from the function that runs changes
 */
export function section({ id, title, signal, read, content, wide = false }) {
  let value = null;
  let problem = null;
  let failure = null;

  async function load() {
    try {
      value = await read();
      problem = null;
    } catch (cause) {
      problem = cause.name === 'AbortError' ? null : cause;
    }
    update();
  }

  async function change(action) {
    failure = null;
    try {
      await action();
      await load();
    } catch (cause) {
      failure = cause;
      update();
    }
  }

  repeatedly(POLL_MILLIS, signal, load);

  return {
    view: () => html`<section aria-labelledby=${id} class=${wide ? 'wide' : nothing}><h2 id=${id}>${title}</h2>
      ${notice(failure)}
      ${problem ? unavailable(problem) : value ? nothing : loading}
      ${value ? content(value, change) : nothing}</section>`,
  };
}
