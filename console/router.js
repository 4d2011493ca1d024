/** A link to a page of the console. Leaves out empty values. */
export function link(path, query = {}) {
  const filled = Object.entries(query).filter(([, value]) => value);
  return '#' + path + (filled.length ? '?' + new URLSearchParams(filled) : '');
}

export function go(path, query) {
  location.hash = link(path, query);
}

/** Changes the address without a new page, for example while a user types a search. */
export function replace(path, query) {
  history.replaceState(null, '', link(path, query));
}

export function current() {
  const [path, query = ''] = location.hash.slice(1).split('?', 2);
  return { path: path || '/', query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The first route whose pattern matches, with its parameters, or undefined. */
export function match(routes, path) {
  for (const [pattern, page] of routes) {
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const found = path.match(new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`));
    if (found) {
      return { page, params: Object.fromEntries(names.map((name, i) => [name, found[i + 1]])) };
    }
  }
  return undefined;
}
