/** Waits. Ends early, without an error, when the user leaves the page. */
export function pause(millis, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

/** Repeats the action until the user leaves the page. A hidden page waits until it is visible. */
export async function repeatedly(millis, signal, action) {
  while (!signal.aborted) {
    if (!document.hidden) {
      await action();
    }
    await pause(millis, signal);
  }
}
