import { html, nothing } from '../html.js';

/** A labelled input that keeps its own text. The value is the first one. An error is read out together with the field. */
export function field({ name, label, hint, error, type = 'text', autocomplete, value, inputmode, onInput }) {
  const hintId = hint ? `${name}-hint` : '';
  const errorId = error ? `${name}-error` : '';
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input id=${name} name=${name} type=${type} .value=${value ?? ''}
      autocomplete=${autocomplete ?? nothing} inputmode=${inputmode ?? nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${[errorId, hintId].filter(Boolean).join(' ') || nothing}
      @input=${onInput ?? nothing}>
    ${hint ? html`<p class="hint" id=${hintId}>${hint}</p>` : nothing}
    ${error ? html`<p class="error" id=${errorId}>${error}</p>` : nothing}
  </div>`;
}

/** The values of a form, by the names of its fields. */
export function values(form) {
  return Object.fromEntries(new FormData(form));
}

/** Moves the focus to the first field with an error, after the page has shown the errors. */
export function focusFirstError(form) {
  setTimeout(() => form.querySelector('[aria-invalid]')?.focus());
}
