import { get } from '../api/http.js';
import { update } from '../update.js';

const names = new Map();

/** The name of a product. Returns its id until the name has arrived. */
export function nameOf(id) {
  if (!names.has(id)) {
    names.set(id, id);
    get(`/products/${id}`).then((product) => {
      names.set(id, product.name);
      update();
    }, () => {}); // the id is a name, too
  }
  return names.get(id);
}
