import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";
import { type ClientLimits, type ClientOptions, clientLimits } from "./client-limits";
import { mailBehind } from "./find-thread";
import { clientOf, keepGreeting } from "./forwarded-client";
import { GatheredMail, type Room, roomOf } from "./gathered-mail";
import { claimedBy, departmentOf } from "./known-address";
import { noteTooLarge, receiveMail } from "./receive-mail";

/** Each gets a copy of its own. */
const MOST_RECIPIENTS = 5;
const MOST_CLIENTS = 100;
const SILENCE_MS = 60_000;
const CLOSE_MS = 5_000;
const BYTES_PER_MB = 1_000_000;
/** So many mails of the largest size are held in memory at a time. */
const MOST_LARGEST = 5;
/** Larger ones are stored one after another. */
const LARGE_BYTES = 1_000_000;

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
export async function startSmtpEntrance(port: number, options: ClientOptions = {}): Promise<SmtpEntrance> {
  const { MAIL_IN_HOST, MAIL_IN_PROTOCOL, MAIL_IN_XCLIENT, MAIL_IN_MEGABYTES } = env();
  const clients = clientLimits(options);
  const room = roomOf(MOST_LARGEST * MAIL_IN_MEGABYTES * BYTES_PER_MB);
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
    // Whoever may say on whose behalf it connects decides what SPF sees. Postfix says it with XFORWARD.
    useXClient: MAIL_IN_XCLIENT.length > 0 ? [...MAIL_IN_XCLIENT] : false,
    useXForward: MAIL_IN_XCLIENT.length > 0 ? [...MAIL_IN_XCLIENT] : false,
    onConnect: (session, answer) => {
      keepGreeting(server, session);
      answer(clients.isOver(session) ? new SmtpError(421, "Too many connections from your network") : null);
    },
    onRcptTo: ({ address }, _, answer) => {
      isKnown(address).then(
        (known) => answer(known ? null : new SmtpError(550, "No such address here")),
        (error: unknown) => answer(tryAgain(error)),
      );
    },
    onData: (stream, session, answer) => {
      accept(stream, session, { room, clients }).then(
        () => answer(null, "Stored"),
        (error: unknown) => answer(error instanceof SmtpError ? error : tryAgain(error)),
      );
    },
  });
  clients.watch(server.server);
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

function tryAgain(error: unknown): SmtpError {
  if ((error as { code?: string }).code === "ECONNECTION") log().debug({ err: error }, "A client hung up.");
  else log().error({ err: error }, "A received email couldn't be stored.");
  return new SmtpError(451, "Try again later");
}

/** An address of a ticket has to be one that was given out: whatever is accepted is kept. */
async function isKnown(address: string): Promise<boolean> {
  if (departmentOf(address) !== null) return true;
  const claimed = claimedBy(address);
  return claimed !== null && (await mailBehind(claimed)) !== null;
}

interface Limits {
  readonly room: Room;
  readonly clients: ClientLimits;
}

async function accept(stream: SMTPServerDataStream, session: SMTPServerSession, { room, clients }: Limits) {
  const gathered = new GatheredMail(room);
  try {
    for await (const piece of stream) {
      // The rest is read, as the protocol wants, and not kept.
      if (stream.sizeExceeded) gathered.drop();
      else gathered.add(piece as Buffer);
    }
    if (await clients.sendsTooMuch(clientOf(session).address, stream.byteLength))
      throw new SmtpError(451, "Too much mail from your network, try again later");
    const arrived = arrivalOf(session);
    if (stream.sizeExceeded) return await noteTooLarge(arrived, stream.byteLength);
    if (gathered.isIncomplete) throw new SmtpError(452, "Too much mail at the moment, try again later");
    const store = () => receiveMail({ ...arrived, raw: gathered.whole() });
    await (stream.byteLength > LARGE_BYTES ? inTurn(store) : store());
  } finally {
    gathered.drop();
  }
}

function arrivalOf(session: SMTPServerSession) {
  const { mailFrom, rcptTo } = session.envelope;
  const { address: clientIp, helo } = clientOf(session);
  return {
    entrance: "smtp",
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map(({ address }) => address),
    clientIp,
    helo,
    trustedResults: null,
  } as const;
}

let last: Promise<unknown> = Promise.resolve();

/** Encrypting and storing a large mail takes several times its size. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}
