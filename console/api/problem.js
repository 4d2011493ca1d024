/** A problem document (RFC 9457) of the gateway. The status is 0 if there was no response. */
export class Problem extends Error {
  constructor(status, { detail, title, errors = [], request_id: requestId = '' } = {}, retryAfter = 0) {
    super(detail ?? title ?? `The gateway responded with status ${status}.`);
    this.status = status;
    this.errors = errors;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }

  static async of(response) {
    const json = (response.headers.get('content-type') ?? '').includes('json');
    const body = json ? await response.json().catch(() => ({})) : {};
    return new Problem(response.status, body, Number(response.headers.get('retry-after') ?? 0));
  }

  static withoutResponse() {
    return new Problem(0, { detail: 'The gateway does not respond. The request may have had an effect.' });
  }

  /** Messages by field. */
  get fields() {
    return Object.fromEntries(this.errors.map(({ field, message }) => [field, message]));
  }

  /** True if the operation does not exist here, or a part that it needs is down. */
  get isUnavailable() {
    return [0, 404, 502, 503, 504].includes(this.status);
  }
}
