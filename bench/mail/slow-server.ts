import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

/** A mail server that asks the recipient's server first, as relays do: one domain takes long, and one has no room. */
export interface SlowServer {
  readonly url: string;
  /** The recipients of what it took, in that order. */
  readonly taken: string[];
  close(): Promise<void>;
}

export async function slowServer(slowDomain: string, slowMs: number, fullDomain: string): Promise<SlowServer> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, answer) => {
      if (address.endsWith(fullDomain)) answer(Object.assign(new Error("Mailbox full"), { responseCode: 452 }));
      else void wait(address.endsWith(slowDomain) ? slowMs : 0).then(() => answer());
    },
    onData: (stream, session, answer) => {
      stream.resume().once("end", () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        answer();
      });
    },
  });
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
