import { html, nothing } from '../html.js';
import { get } from '../api/http.js';
import { repeatedly } from '../api/pause.js';
import { loading, notice, unavailable } from '../parts/notice.js';
import { update } from '../update.js';

const POLL_MILLIS = 5000;

/**
 * A part of the system page that reads its own path. Stops asking if the gateway does not have the path.
 *
 * @param content makes the template from the response and from the function that runs changes
 */
export function section({ id, title, path, signal, content }) {
  let value = null;
  let problem = null;
  let failure = null;
  const stop = new AbortController();

  async function load() {
    try {
      value = await get(path, { signal });
      problem = null;
    } catch (cause) {
      if (cause.status === 404) {
        stop.abort();
      }
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

  repeatedly(POLL_MILLIS, AbortSignal.any([signal, stop.signal]), load);

  return {
    view: () => html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2>
      ${notice(failure)}
      ${problem ? unavailable(problem) : value ? nothing : loading}
      ${value ? content(value, change) : nothing}</section>`,
  };
}
