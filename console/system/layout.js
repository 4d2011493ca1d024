import { SERVICES, STORES, TOPICS } from './parts.js';

/** Places of the boxes: columns on a wide screen, the gateway and the stores above and below on a narrow one. */
const WIDE = {
  width: 960, height: 372,
  gateway: { x: 10, y: 156, w: 150, h: 60 },
  services: { x: 270, y: 10, w: 190, h: 60, gap: 13 },
  topics: { x: 570, y: 28, w: 130, h: 46, gap: 44 },
  stores: { x: 790, y: 10, w: 160, h: 46, gap: 15, columns: 1 },
};

const NARROW = {
  width: 340, height: 560,
  gateway: { x: 10, y: 8, w: 320, h: 44 },
  services: { x: 34, y: 78, w: 166, h: 58, gap: 10 },
  topics: { x: 242, y: 92, w: 88, h: 46, gap: 42 },
  stores: { x: 10, y: 436, w: 103, h: 44, gap: 6, columns: 3 },
};

function column({ x, y, w, h, gap, columns = 1 }, names) {
  return new Map(names.map((name, i) => [name, {
    x: x + (i % columns) * (w + gap), y: y + Math.floor(i / columns) * (h + gap), w, h,
  }]));
}

export function layout(narrow) {
  const plan = narrow ? NARROW : WIDE;
  return {
    ...plan,
    narrow,
    services: column(plan.services, SERVICES),
    topics: column(plan.topics, TOPICS.map(({ name }) => name)),
    stores: column(plan.stores, STORES.map(({ name }) => name)),
  };
}

/** A curve between two boxes: from the right side to the left side. */
export function between(from, to, shift = 0) {
  const [x1, y1] = [from.x + from.w, from.y + from.h / 2 + shift];
  const [x2, y2] = [to.x, to.y + to.h / 2 + shift];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** A line from the gateway above the services, along their left side. */
export function down(gateway, service) {
  const x = gateway.x + 10;
  const y = service.y + service.h / 2;
  return `M${x} ${gateway.y + gateway.h} V${y - 8} Q${x} ${y} ${x + 8} ${y} H${service.x}`;
}
