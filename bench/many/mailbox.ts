import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Shutdown } from "@/scripts/process/run-command";

export interface Mailbox {
  readonly url: string;
  /** How often each mail arrived, by its Message-ID. */
  readonly arrived: ReadonlyMap<string, number>;
}

/** A mail server that counts. */
export async function mailbox(shutdown: Shutdown): Promise<Mailbox> {
  const arrived = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const [, id = "none"] = /^message-id: *<(.+)>/im.exec(Buffer.concat(pieces).toString()) ?? [];
        arrived.set(id, (arrived.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  // A killed worker resets its connections.
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  shutdown.onEnd({ stop, stopNow: () => {} });
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, arrived };
}
