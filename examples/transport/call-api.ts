import { UndeliverableError } from "./answering.js";

export interface ApiCall {
  readonly token?: string;
  /** Posted, as a form or as JSON; what has no body is asked for. */
  readonly body?: FormData | object;
  readonly headers?: Readonly<Record<string, string>>;
}

const longestWaitMs = 10_000;
const largestDownload = 10_000_000;

/** What a service or a picture of it could not be had for. */
export class ApiError extends Error {
  override readonly name = "ApiError";
}

/**
 * Calls a service. Errors name its host and the status; what it wrote stays out of them, as it may quote an address or
 * a token.
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
  await response.body?.cancel();
  const { status } = response;
  const message = `${new URL(url).host} answered ${status}.`;
  const isTemporary = status >= 500 || status === 408 || status === 429;
  throw isTemporary ? new ApiError(message) : new UndeliverableError(message);
}

/** What a service has at an address, up to 10 MB. */
export async function download(url: string, call?: ApiCall): Promise<Uint8Array> {
  return readBounded((await callApi(url, call)).body ?? []);
}

/** All of it in one piece; nothing of what is larger than 10 MB is kept. */
export async function readBounded(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > largestDownload) throw new ApiError(`Expected a file of ${largestDownload} bytes at most.`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
