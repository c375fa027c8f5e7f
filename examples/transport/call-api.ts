import { UndeliverableError } from "./answering.js";

export interface ApiCall {
  readonly token?: string;
  /** Posted, as a form or as JSON; what has no body is asked for. */
  readonly body?: FormData | object;
  readonly headers?: Readonly<Record<string, string>>;
}

const longestWaitMs = 10_000;

/**
 * Calls a service.
 * @throws UndeliverableError where it refuses for good; any other error is worth another try.
 */
export async function callApi(url: string, { token, body, headers }: ApiCall = {}): Promise<Response> {
  const isJson = body !== undefined && !(body instanceof FormData);
  const response = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    signal: AbortSignal.timeout(longestWaitMs),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(isJson && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
  });
  if (response.ok) return response;
  const { status } = response;
  const message = `${new URL(url).host} answered ${status}: ${(await response.text()).slice(0, 200)}`;
  const isTemporary = status >= 500 || status === 408 || status === 429;
  throw isTemporary ? new Error(message) : new UndeliverableError(message);
}
