import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach } from "vitest";
import { portalServer, type ServerLimits } from "@/lib/http/server/portal-server";
import type { Probes } from "@/lib/http/server/probes";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { type Received, readAll } from "@/tests/fixtures/send-all-then-read";

export type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Sets the portal's settings for each test of a file, and stops its server. */
export function portalServers() {
  const servers: Server[] = [];
  beforeEach(() => {
    Object.assign(process.env, {
      PORTAL_MODE: "production",
      PORTAL_URL: "http://portal.example",
      PORTAL_SECRET: "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe",
      DATABASE_URL: "postgresql://nobody@localhost/x",
    });
    forgetEnvironment();
  });
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  return async (handle: Handle, limits?: ServerLimits, probe?: Probes): Promise<number> => {
    servers.push(portalServer(async (request, response) => void (await handle(request, response)), limits, probe));
    const server = servers.at(-1) as Server;
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
}

/** Sends exactly these bytes, and returns everything received until the other side closes. */
export async function raw(port: number, text: string): Promise<Received> {
  const socket = connect(port, "127.0.0.1");
  socket.write(text);
  return readAll(socket);
}
