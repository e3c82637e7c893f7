import { once } from "node:events";
import { createServer } from "node:net";
import { CommandError } from "./command-error";

/** Refuses a port that somebody listens on, before anything slow begins. */
export async function requireFreePort(port: number, host: string | undefined): Promise<void> {
  // A server on every address and one on 127.0.0.1 alone can hold the same port: neither may be there.
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
