import { html, nothing } from '../html.js';
import { notice } from './notice.js';
import { field, focusFirstError, values } from './field.js';
import { update } from '../update.js';

/**
 * A form that sends its values and shows the problems of the response beside the fields that they concern.
 *
 * @param fields see field.js
 * @param fieldOf the field that a problem without field errors concerns, if any
 */
export function form({ fields, submit, send, fieldOf = () => undefined }) {
  let problem = null;
  let busy = false;
  let done = '';

  async function onSubmit(event) {
    event.preventDefault();
    const element = event.target;
    busy = true;
    problem = null;
    done = '';
    update();
    try {
      done = (await send(values(element))) ?? '';
      element.querySelectorAll('[type=password]').forEach((input) => {
        input.value = '';
      });
    } catch (cause) {
      problem = cause;
      focusFirstError(element);
    }
    busy = false;
    update();
  }

  function errors() {
    const single = problem && fieldOf(problem);
    return single ? { [single]: problem.message } : problem?.fields ?? {};
  }

  return () => {
    const found = errors();
    const shown = fields.some(({ name }) => found[name]);
    return html`<form class="form" novalidate @submit=${onSubmit}>
      ${shown ? nothing : notice(problem)}
      ${fields.map((one) => field({ ...one, error: found[one.name] }))}
      <button class="primary" ?disabled=${busy}>${submit}</button>
      ${done ? html`<p class="done" role="status">${done}</p>` : nothing}
    </form>`;
  };
}
