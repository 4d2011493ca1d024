import { html, svg } from '../html.js';

const ROWS = 5;
const WIDTH = 100;

/** The thumbnail of a product, or a drawing of stones that is the same for each visit. */
export function thumbnail({ id, image_url: url }) {
  return url
    ? html`<img class="picture" src=${url.replace(/(\.\w+)$/, '-320$1')} alt="" loading="lazy" width="320" height="240">`
    : stones(id);
}

export function picture({ id, name, image_url: url }) {
  return url ? html`<img class="picture" src=${url} alt=${name} width="640" height="480">` : stones(id);
}

function stones(id) {
  const random = sequence(id);
  const height = 75 / ROWS;
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} 75" aria-hidden="true">
    ${Array.from({ length: ROWS }, (_, row) => row).flatMap((row) => {
    const cut = 20 + random() * 60;
    return [[0, cut], [cut, WIDTH]].map(([from, to]) => svg`<rect x=${from + 1} y=${row * height + 1}
      width=${to - from - 2} height=${height - 2} rx="2" fill-opacity=${0.12 + random() * 0.4} />`);
  })}
  </svg>`;
}

/** Numbers from 0 to 1 that depend on the text only (mulberry32 over FNV-1a). */
function sequence(text) {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
