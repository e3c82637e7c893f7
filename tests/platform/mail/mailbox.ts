import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A local mail server. Accepted mail is in `messages`, as received. */
export interface Mailbox {
  readonly url: string;
  readonly messages: string[];
  /** Resolves once that many messages have arrived. */
  holds(count: number): Promise<void>;
  close(): Promise<void>;
}

type Refused = { readonly code: number; readonly says: string } | null;

interface MailboxOptions {
  /** Called for each recipient: an SMTP response that rejects it. */
  readonly refuse?: (address: string) => Refused | Promise<Refused>;
  /** Receives the message and never answers. */
  readonly silent?: boolean;
  /** Receives the message and closes the connection instead of answering. */
  readonly hangsUp?: boolean;
  /** Asks for a login, and takes any: called with the password. */
  readonly login?: (password: string) => void;
}

export async function mailbox({
  refuse = () => null,
  silent = false,
  hangsUp = false,
  login,
}: MailboxOptions = {}): Promise<Mailbox> {
  const messages: string[] = [];
  const waiting: { count: number; tell: () => void }[] = [];
  const onRcptTo: SMTPServerOptions["onRcptTo"] = async ({ address }, _session, answer) => {
    const refused = await refuse(address);
    answer(refused ? Object.assign(new Error(refused.says), { responseCode: refused.code }) : null);
  };
  const onData: SMTPServerOptions["onData"] = async (stream, _session, answer) => {
    messages.push(await text(stream));
    for (const one of waiting) if (messages.length >= one.count) one.tell();
    if (hangsUp) for (const connection of server.connections) connection.close();
    else if (!silent) answer();
  };
  const onAuth: SMTPServerOptions["onAuth"] = ({ password }, _session, answer) => {
    login?.(password ?? "");
    answer(null, { user: "portal" });
  };
  const asks = login === undefined ? { authOptional: true } : { allowInsecureAuth: true, onAuth };
  const server = new SMTPServer({ ...asks, disabledCommands: ["STARTTLS"], onRcptTo, onData });
  server.on("error", () => {});
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    holds: (count) => new Promise((tell) => (messages.length >= count ? tell() : waiting.push({ count, tell }))),
    close: () => new Promise((done) => server.close(done)),
  };
}

/** The value of a header of a raw message. */
export function header(message: string, name: string): string | undefined {
  const unfolded = message.slice(0, message.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  return new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1]?.trim();
}
