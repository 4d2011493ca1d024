import { Problem } from './problem.js';
import * as session from './session.js';

const BASE = '/api/v1';

export const get = (path, options) => request('GET', path, options);
export const post = (path, body = {}, options = {}) => request('POST', path, { ...options, body });
export const put = (path, body, options = {}) => request('PUT', path, { ...options, body });
export const patch = (path, body, options = {}) => request('PATCH', path, { ...options, body });
export const remove = (path, options) => request('DELETE', path, options);

/** The JSON of the response, or null without a body. */
export async function request(method, path, options = {}) {
  const response = await open(method, path, options);
  return response.status === 204 ? null : response.json();
}

/** Sends the request with the token of the session, and once again after 401 with a new token. */
export async function open(method, path, { body, headers = {}, signal } = {}) {
  const token = await session.token();
  let response = await send(method, path, { body, headers, signal, token });
  if (response.status === 401 && token) {
    const next = await session.renew(token);
    response = next ? await send(method, path, { body, headers, signal, token: next }) : response;
  }
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return response;
}

function send(method, path, { body, headers, signal, token }) {
  const picture = body instanceof Blob;
  const sent = { ...headers };
  if (token) {
    sent.Authorization = `Bearer ${token}`;
  }
  if (body !== undefined) {
    sent['Content-Type'] = picture ? body.type : 'application/json';
  }
  return fetch(BASE + path, {
    method,
    headers: sent,
    signal,
    body: picture || body === undefined ? body : JSON.stringify(body),
  }).catch((cause) => {
    throw cause.name === 'AbortError' ? cause : Problem.withoutResponse();
  });
}

/** A query string without empty values. */
export function query(values) {
  const filled = Object.entries(values).filter(([, value]) => value !== '' && value !== undefined && value !== null);
  return filled.length ? '?' + new URLSearchParams(filled) : '';
}
