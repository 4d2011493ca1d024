import { html } from '../html.js';
import { number } from '../parts/format.js';

const HEIGHT = 120;
const SECONDS = 300;
const library = () => import('../lib/uplot/dist/uPlot.esm.js');

/** A small line plot, drawn by uPlot, with its last value as text. */
export function plot() {
  const holder = document.createElement('div');
  let drawing = null;
  let data = null;

  async function create() {
    drawing = 'loading';
    const { default: UPlot } = await library();
    const colour = (name) => getComputedStyle(holder).getPropertyValue(name).trim();
    const axis = { stroke: colour('--quiet'), grid: { stroke: colour('--line') }, ticks: { show: false }, font: '11px system-ui' };
    drawing = new UPlot({
      width: holder.clientWidth, height: HEIGHT, legend: { show: false }, cursor: { show: false }, padding: [10, 14, 0, 0],
      scales: { x: { time: false, range: [-SECONDS, 0] }, y: { range: (_, low, high) => [0, Math.max(1, high * 1.15)] } },
      axes: [
        { ...axis, size: 26, incrs: [60, 120], values: (_, seconds) => seconds.map((one) => (one ? `${one / 60} min` : 'now')) },
        { ...axis, size: 44, space: 26 },
      ],
      series: [{}, { stroke: colour('--accent'), width: 1.5, points: { show: false } }],
    }, data, holder);
    new ResizeObserver(() => drawing.setSize({ width: holder.clientWidth, height: HEIGHT })).observe(holder);
  }

  return (title, times, values) => {
    data = [times.map((time) => time - times.at(-1)), [...values]];
    if (drawing === null && holder.isConnected) {
      create();
    } else if (drawing?.setData) {
      drawing.setData(data);
    }
    return html`<figure><figcaption>${title} <b>${number(values.at(-1) ?? NaN)}</b></figcaption>${holder}</figure>`;
  };
}
