import { html, svg, nothing } from '../html.js';
import { number, words } from '../parts/format.js';
import { update } from '../update.js';
import { between, down, layout } from './layout.js';
import { STORES, TOPICS, stateOf, stateOfInstance, stateOfService } from './parts.js';

const narrow = window.matchMedia('(max-width: 720px)');
narrow.addEventListener('change', update);

/** The drawing of the system. The tables of the page have the same figures as text. */
export function map(system, rates) {
  const plan = layout(narrow.matches);
  const service = (name) => system.services.find((one) => one.name === name);

  return html`<svg class=${plan.narrow ? 'map small' : 'map'} viewBox="0 0 ${plan.width} ${plan.height}" role="img" aria-label=${summary(system)}>
    ${[...plan.services].map(([name, box]) => call(plan, box, rates.of(name)))}
    ${TOPICS.flatMap((topic) => flows(plan, topic))}
    ${node(plan.gateway, 'gateway', stateOfService(service('gateway-service')), '', service('gateway-service'))}
    ${[...plan.services].map(([name, box]) => node(box, words(name), stateOfService(service(name)), load(rates.of(name)), service(name)))}
    ${TOPICS.map(({ name }) => node(plan.topics.get(name), name, 'topic', plan.narrow ? '' : 'topic'))}
    ${STORES.map(({ name, check }) => node(plan.stores.get(name), name, stateOf(system, check), stateOf(system, check)))}
  </svg>`;
}

const summary = (system) => system.services.map(({ name, instances }) => `${words(name)}: ${instances.length
  ? instances.map(stateOfInstance).join(', ') : 'no instance'}`).join('. ');

const load = ({ perSecond, latency }) => (Number.isFinite(perSecond)
  ? `${number(perSecond)}/s · ${number(latency)} ms` : '');

/** The line is wider with more requests. */
function call(plan, box, { perSecond }) {
  const busy = perSecond > 0;
  return svg`<path class="call ${busy ? 'busy' : ''}" d=${plan.narrow ? down(plan.gateway, box) : between(plan.gateway, box)}
    stroke-width=${busy ? 1.5 + Math.min(4, Math.log10(1 + perSecond) * 2) : 1.5} />`;
}

const flows = (plan, { name, writer, readers }) => [
  svg`<path class="write" d=${between(plan.services.get(writer), plan.topics.get(name), -5)} />`,
  ...readers.map((reader) => svg`<path class="read" d=${between(plan.services.get(reader), plan.topics.get(name), 5)} />`),
];

function node({ x, y, w, h }, name, state, figures, service) {
  const instances = service?.instances ?? [];
  const first = figures || instances.length ? h / 2 - 3 : h / 2 + 5;
  return svg`<g class="node ${state}">
    <title>${name}: ${state}</title>
    <rect x=${x} y=${y} width=${w} height=${h} rx="7" />
    <text x=${x + 12} y=${y + first}>${name}</text>
    ${figures ? svg`<text class="figures" x=${x + 12} y=${y + h / 2 + 15}>${figures}</text>` : nothing}
    ${instances.map((instance, i) => svg`<circle class=${stateOfInstance(instance)} cx=${x + w - 14 - i * 14} cy=${y + 15} r="4.5" />`)}
  </g>`;
}
