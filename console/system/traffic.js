/** Rates from the counters of two samples of the upstreams. */
export function traffic() {
  let last = null;
  let rates = new Map();

  return {
    add(sample, at) {
      if (!sample) {
        return;
      }
      const counters = new Map();
      for (const upstream of sample.upstreams) {
        counters.set(upstream.name, sum(upstream.instances));
        for (const instance of upstream.instances) {
          counters.set(instance.address, sum([instance]));
        }
      }
      if (last) {
        const seconds = (at - last.at) / 1000;
        rates = new Map([...counters].map(([name, now]) => [name, between(last.counters.get(name), now, seconds)]));
      }
      last = { at, counters };
    },

    /** Of an upstream by its name, or of an instance by its address. */
    of: (name) => rates.get(name) ?? { perSecond: NaN, latency: NaN },
  };
}

function sum(instances) {
  const busy = instances.filter((instance) => instance.requests > 0);
  const requests = busy.reduce((total, instance) => total + instance.requests, 0);
  const latency = busy.reduce((total, instance) => total + instance.requests * instance.latency_ms, 0) / requests;
  return { requests, latency };
}

/** Counters start at 0 again after a restart of the gateway. */
function between(before, now, seconds) {
  const more = before ? now.requests - before.requests : NaN;
  return { perSecond: more < 0 ? NaN : more / seconds, latency: now.latency };
}
