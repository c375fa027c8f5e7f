import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A port that stays the same, whichever server stands behind it. */
export interface Forwarder {
  readonly port: number;
  readonly close: () => void;
}

export async function openForwarder(target: () => number): Promise<Forwarder> {
  const sockets = new Set<Socket>();
  const listener = createServer((client) => {
    const server = connect(target(), "127.0.0.1");
    const close = () => {
      client.destroy();
      server.destroy();
      sockets.delete(client);
      sockets.delete(server);
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", close).on("close", close);
    }
    client.pipe(server).pipe(client);
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
