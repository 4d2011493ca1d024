import { get, open } from './http.js';
import { split } from './lines.js';
import { pause } from './pause.js';

const POLL_MILLIS = 1000;
const FINAL = ['REJECTED', 'CANCELLED'];

/** Reads server-sent events. EventSource cannot send an Authorization header. */
export async function* events(path, { signal, lastId }) {
  const headers = { Accept: 'text/event-stream', ...(lastId && { 'Last-Event-ID': lastId }) };
  const response = await open('GET', path, { headers, signal });
  for await (const block of split(response, /\r?\n\r?\n/)) {
    const event = parse(block);
    if (event.data) {
      yield event;
    }
  }
}

function parse(block) {
  const event = { type: 'message', id: '', data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = line.match(/^([^:]*):? ?(.*)$/);
    if (name === 'data') {
      event.data += (event.data && '\n') + value;
    } else if (name === 'id') {
      event.id = value;
    } else if (name === 'event') {
      event.type = value;
    }
  }
  return event;
}

/** Reports each status of an order until the last one. Polls the order once a second while there is no stream. */
export async function followOrder(id, signal, onStatus) {
  let lastId = '';
  let last = '';
  const report = (change) => {
    last = change.status;
    onStatus(change);
  };
  while (!signal.aborted && !FINAL.includes(last)) {
    try {
      for await (const event of events(`/orders/${id}/events`, { signal, lastId })) {
        lastId = event.id;
        report(JSON.parse(event.data));
      }
    } catch {
      // the order is polled until there is a stream again
    }
    if (!signal.aborted && !FINAL.includes(last)) {
      await poll(id, signal, report);
      await pause(POLL_MILLIS, signal);
    }
  }
}

async function poll(id, signal, report) {
  try {
    const order = await get(`/orders/${id}`, { signal });
    report({ status: order.status, reason: order.reason, at: order.updated_at });
  } catch (problem) {
    if (problem.status === 401) {
      throw problem;
    }
    // the next poll may succeed
  }
}
