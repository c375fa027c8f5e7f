import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface DelayingProxy {
  readonly port: number;
  readonly close: () => void;
}

/** Stands before a server as if it were far away: each way takes half of `delayMs`. */
export async function openDelayingProxy(serverPort: number, delayMs: number): Promise<DelayingProxy> {
  const sockets = new Set<Socket>();
  const listener = createServer((client) => {
    const server = connect(serverPort, "127.0.0.1");
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on("data", (bytes) => setTimeout(() => to.write(bytes), delayMs / 2));
      from.on("error", () => to.destroy()).on("close", () => to.destroy());
    }
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : 0,
    close() {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
