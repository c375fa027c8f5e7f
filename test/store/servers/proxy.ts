import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What does not arrive any more; after `cut replies` the connection is gone too, which its client is told. */
export type Fault = "lost requests" | "lost replies" | "cut replies";

export interface ServerProxy {
  /** Stays the same, whichever server stands behind it. */
  readonly port: number;
  /**
   * Happens to all connections that there are when one of them sends a request with this text; new ones are whole.
   * Resolves when the first bytes are lost.
   */
  readonly suffer: (fault: Fault, text: string) => Promise<void>;
  readonly close: () => void;
}

interface Connection {
  readonly client: Socket;
  readonly server: Socket;
  fault?: Fault;
}

/** Stands between clients and a server; `serverPort` is asked for each connection. */
export async function openProxy(serverPort: () => number): Promise<ServerProxy> {
  const connections = new Set<Connection>();
  let begin = (_request: Buffer): void => undefined;
  let tellLost = (): void => undefined;

  function join(client: Socket): void {
    const connection: Connection = { client, server: connect(serverPort(), "127.0.0.1") };
    const { server } = connection;
    connections.add(connection);
    const close = () => {
      client.destroy();
      server.destroy();
      connections.delete(connection);
    };
    for (const socket of [client, server]) socket.on("error", close).on("close", close);
    client.on("data", (request) => {
      begin(request);
      if (connection.fault === "lost requests") tellLost();
      else server.write(request);
    });
    server.on("data", (reply) => {
      if (connection.fault === undefined || connection.fault === "lost requests") client.write(reply);
      else tellLost();
      if (connection.fault === "cut replies") close();
    });
  }

  const listener = createServer(join).listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : 0,
    suffer: (fault, text) =>
      new Promise((resolve) => {
        tellLost = resolve;
        begin = (request) => {
          if (!request.includes(text)) return;
          begin = () => undefined;
          for (const connection of connections) connection.fault = fault;
        };
      }),
    close() {
      listener.close();
      for (const { client, server } of connections) for (const socket of [client, server]) socket.destroy();
    },
  };
}
