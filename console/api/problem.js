/** A problem document (RFC 9457) of the gateway. The status is 0 if there was no response. */
export class Problem extends Error {
  constructor(status, { detail, title, errors = [], request_id: requestId = '' } = {}) {
    super(detail ?? title ?? `The gateway responded with status ${status}.`);
    this.status = status;
    this.errors = errors;
    this.requestId = requestId;
  }

  static async of(response) {
    const json = (response.headers.get('content-type') ?? '').includes('json');
    const body = json ? await response.json().catch(() => ({})) : {};
    return new Problem(response.status, body);
  }

  static withoutResponse() {
    return new Problem(0, { detail: 'The gateway does not respond. The request may have had an effect.' });
  }

  /** Messages by field. */
  get fields() {
    return Object.fromEntries(this.errors.map(({ field, message }) => [field, message]));
  }
}
