import { once } from "node:events";
import { createServer } from "node:net";
import { CommandError } from "./command-error";

/** Rejects a port that is in use, before anything slow starts. */
export async function requireFreePort(port: number, host: string | undefined): Promise<void> {
  // A server on all addresses and one on 127.0.0.1 alone can share a port: neither may exist.
  for (const address of host ? [host] : [undefined, "127.0.0.1"]) {
    const server = createServer().listen({ port, host: address });
    await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(refusal(port, error));
    });
    server.close();
    await once(server, "close");
  }
}

function refusal(port: number, error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is in use. Stop the process using it, or set PORT to another port.`;
  return `Port ${port} can't be used (${error.code}). Set PORT to another port.`;
}
