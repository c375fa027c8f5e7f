import { UndeliverableError } from "./answering.js";

const longestWaitMs = 10_000;

/**
 * Calls a service.
 * @throws UndeliverableError where it refuses for good; any other error is worth another try.
 */
export async function callApi(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { method: "POST", signal: AbortSignal.timeout(longestWaitMs), ...init });
  if (response.ok) return response;
  const { status } = response;
  const message = `${new URL(url).host} answered ${status}: ${(await response.text()).slice(0, 200)}`;
  const isTemporary = status >= 500 || status === 408 || status === 429;
  throw isTemporary ? new Error(message) : new UndeliverableError(message);
}
