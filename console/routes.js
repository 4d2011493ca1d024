import { profile } from './account/profile.js';
import { register } from './account/register.js';
import { signIn } from './account/sign-in.js';
import { faults } from './faults/faults.js';
import { follow } from './follow/follow.js';
import { basketPage } from './shop/basket-page.js';
import { catalogue } from './shop/catalogue.js';
import { order } from './shop/order.js';
import { orders } from './shop/orders.js';
import { product } from './shop/product.js';
import { system } from './system/system.js';

/** Each address with its page, and with the session or role that the page needs. */
export const routes = [
  ['/', { open: catalogue }],
  ['/products/:id', { open: product }],
  ['/basket', { open: basketPage }],
  ['/orders', { open: orders, needs: 'session' }],
  ['/orders/:id', { open: order, needs: 'session' }],
  ['/account', { open: profile, needs: 'session' }],
  ['/sign-in', { open: signIn }],
  ['/register', { open: register }],
  ['/system', { open: system, needs: 'admin' }],
  ['/follow', { open: follow, needs: 'admin' }],
  ['/follow/:id', { open: follow, needs: 'admin' }],
  ['/break', { open: faults }],
];
