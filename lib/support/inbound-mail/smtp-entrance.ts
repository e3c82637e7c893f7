import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";
import { isOurs } from "./known-address";
import { noteTooLarge, receiveMail } from "./receive-mail";

const MOST_RECIPIENTS = 20;
const MOST_CLIENTS = 20;
const SILENCE_MS = 60_000;
const CLOSE_MS = 5_000;
const BYTES_PER_MB = 1_000_000;

/** An error with the answer of an SMTP server. */
class SmtpError extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

export interface SmtpEntrance {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Accepts mail by SMTP, or by LMTP from a mail server on the same machine, for our own addresses only: it relays
 * nothing and knows no login. A mail is accepted once it is stored. Resolves when it listens.
 */
export async function startSmtpEntrance(port: number): Promise<SmtpEntrance> {
  const { MAIL_IN_HOST, MAIL_IN_PROTOCOL, MAIL_IN_XCLIENT, MAIL_IN_MEGABYTES } = env();
  const server = new SMTPServer({
    lmtp: MAIL_IN_PROTOCOL === "lmtp",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MAIL_IN_MEGABYTES * BYTES_PER_MB,
    rejectOversized: true,
    maxRecipients: MOST_RECIPIENTS,
    maxClients: MOST_CLIENTS,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSE_MS,
    // Whoever may say on whose behalf it connects decides what SPF sees.
    useXClient: MAIL_IN_XCLIENT.length > 0 ? [...MAIL_IN_XCLIENT] : false,
    onRcptTo: ({ address }, _, answer) => answer(isOurs(address) ? null : new SmtpError(550, "No such address here")),
    onData: (stream, session, answer) => {
      accept(stream, session).then(
        () => answer(null, "Stored"),
        (error: unknown) => {
          log().error({ err: error }, "A received email couldn't be stored.");
          answer(new SmtpError(451, "Try again later"));
        },
      );
    },
  });
  // A client that disconnects in the middle of a command.
  server.on("error", (error: Error) => log().debug({ err: error }, "A mail connection failed."));
  const listening = Promise.withResolvers<void>();
  server.server.once("error", listening.reject);
  server.listen(port, MAIL_IN_HOST, listening.resolve);
  await listening.promise;
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function accept(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    // The rest is read, as the protocol wants, and not kept.
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk as Buffer);
  }
  const { mailFrom, rcptTo } = session.envelope;
  const arrived = {
    entrance: "smtp",
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map(({ address }) => address),
    clientIp: session.remoteAddress.replace(/^::ffff:/, ""),
    helo: session.hostNameAppearsAs || null,
    trustedResults: null,
  } as const;
  if (stream.sizeExceeded) return noteTooLarge(arrived, stream.byteLength);
  await receiveMail({ ...arrived, raw: Buffer.concat(chunks) });
}
