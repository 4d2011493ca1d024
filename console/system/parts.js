/** What the platform consists of, for the drawing. */
export const SERVICES = ['user-service', 'order-service', 'inventory-service', 'email-service', 'analytics-service'];

/** The services that handle events of orders, by the names in their paths. */
export const CONSUMERS = ['order', 'inventory', 'email', 'analytics'];

/** The stores, and the health checks of the services that say whether they are up. */
export const STORES = [
  { name: 'PostgreSQL', check: 'database' },
  { name: 'Redis sessions', check: 'redis_sessions' },
  { name: 'Redis cache', check: 'redis_cache' },
  { name: 'Kafka', check: 'kafka' },
  { name: 'SMTP', check: 'smtp' },
  { name: 'Storage', check: 'storage' },
];

export const TOPICS = [
  { name: 'users', writer: 'user-service', readers: ['email-service'] },
  { name: 'orders', writer: 'order-service', readers: ['inventory-service', 'email-service', 'analytics-service'] },
  { name: 'inventory', writer: 'inventory-service', readers: ['order-service'] },
  { name: 'products', writer: 'inventory-service', readers: ['order-service'] },
];

const instancesOf = (system) => system.services.flatMap((service) => service.instances);

/** "up", "down", or "unknown" if no service has such a check. */
export function stateOf(system, check) {
  const states = instancesOf(system).map((instance) => instance.checks[check]?.status).filter(Boolean);
  return states.length === 0 ? 'unknown' : states.includes('down') ? 'down' : 'up';
}

export const stateOfInstance = ({ status, degraded }) => (status === 'healthy' && degraded ? 'degraded' : status);

/** The worst state of the instances, or "stopped" without an instance. */
export function stateOfService(service) {
  const order = ['unreachable', 'unhealthy', 'degraded', 'healthy'];
  const states = (service?.instances ?? []).map(stateOfInstance);
  return order.find((state) => states.includes(state)) ?? 'stopped';
}

/** The sum of the values that are numbers, or NaN without any. */
export function sum(values) {
  const found = values.filter(Number.isFinite);
  return found.length ? found.reduce((total, value) => total + value, 0) : NaN;
}

/** The largest of the values that are numbers, or NaN without any. */
export function most(values) {
  const found = values.filter(Number.isFinite);
  return found.length ? Math.max(...found) : NaN;
}

/** A figure of a health check, of all instances. */
export const figures = (system, check, figure) => instancesOf(system).map((instance) => instance.checks[check]?.[figure]);
