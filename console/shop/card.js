import { html } from '../html.js';
import { announce } from '../parts/announce.js';
import { money } from '../parts/format.js';
import { thumbnail } from '../parts/picture.js';
import { link } from '../router.js';
import * as basket from './basket.js';

export const card = (product) => html`<article class="card">
  <a href=${link(`/products/${product.id}`)}>${thumbnail(product)}<span class="name">${product.name}</span></a>
  <p class="price">${money(product.price, product.currency)}</p>
  <button ?disabled=${!product.in_stock} aria-label=${`Add ${product.name} to the basket`}
    @click=${() => addToBasket(product)}>${product.in_stock ? 'Add' : 'Sold out'}</button>
</article>`;

export function addToBasket(product, quantity = 1) {
  basket.add(product, quantity);
  announce(`${product.name} is in the basket. It has ${basket.count()} pieces.`);
}
