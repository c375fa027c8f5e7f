import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";

export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves an app on a free port of this machine. */
export async function listen(app: {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: AddressInfo) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      }),
    );
  });
}
