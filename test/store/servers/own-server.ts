import { afterAll, beforeAll } from "vitest";
import type { RunningServer } from "./server-process.js";

export interface OwnServer {
  readonly port: () => number;
  readonly killAndStart: () => Promise<void>;
}

/** A server for the tests of one file, to be killed. */
export function ownServer(start: () => Promise<RunningServer>): OwnServer {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());
  return {
    port: () => (server !== undefined && "port" in server.address ? server.address.port : 0),
    killAndStart: async () => server?.killAndStart(),
  };
}
