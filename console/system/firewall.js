import { html } from '../html.js';
import { get } from '../api/http.js';
import { badge } from '../parts/badge.js';
import { empty } from '../parts/notice.js';
import { number } from '../parts/format.js';
import { section } from './section.js';

/** The rules of the firewall, and how many requests each one has matched. */
export const firewall = ({ signal }) => section({
  id: 'firewall', title: 'Firewall', signal, content, read: () => get('/gateway/firewall', { signal }),
});

const content = ({ rules }) => (rules.length === 0 ? empty('No rules.') : html`<div class="scroll" role="region" aria-label="Firewall rules" tabindex="0"><table>
  <thead><tr><th>Rule</th><th>Mode</th><th class="number">Matched</th></tr></thead>
  <tbody>${rules.map((rule) => html`<tr><td>${rule.id}<br><span class="hint">${rule.description}</span></td>
    <td>${badge(rule.mode)}</td><td class="number">${number(rule.matched)}</td></tr>`)}</tbody>
</table></div>`);
