let draw = () => {};
let queued = false;

export const onUpdate = (action) => {
  draw = action;
};

/** Draws the page again, once for all changes of the current task. */
export function update() {
  if (queued) {
    return;
  }
  queued = true;
  queueMicrotask(() => {
    queued = false;
    draw();
  });
}
