import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { type ClaimedMail, claimMail } from "@/lib/platform/mail/claim-mail";
import { deliveryFailure } from "./delivery-failure";
import { MAIL_CONNECTIONS, type MailTransport } from "./mail-transport";

/** Longer than any attempt takes: the transport times out long before. */
const LEASE_MINUTES = 10;
/** Kept in English with the mail, and translated where staff read it. */
const interruptedTwice = msg("Sending was interrupted twice. It may have been delivered, so it won't be sent again.");

const noLongerWanted = msg("Not sent: the recipient has turned this notification off, or no longer has access.");

/** Whether its reader may and wants to read it now. */
export type IsWanted = (mail: ClaimedMail, now: Date) => Promise<boolean>;

export interface DeliverOptions {
  readonly now?: () => Date;
  /** Checked between batches: true leaves the rest to another worker or a later run. */
  readonly stopping?: () => boolean;
}

/**
 * Sends all mail that is due, and returns how many were sent. A mail is committed as claimed before it is sent and as
 * sent afterwards. If a worker dies in between, or the server doesn't answer after the whole mail, it is unknown whether it was
 * sent: it is sent once more, with the same Message-ID so that mail clients recognise the duplicate, and never a third time.
 */
export async function deliverMail(
  transport: MailTransport | null,
  isWanted: IsWanted,
  options: DeliverOptions = {},
): Promise<number> {
  const { now = () => new Date(), stopping = () => false } = options;
  if (transport === null) return keepMail();
  let sent = 0;
  while (!stopping()) {
    const claimedAt = now();
    const batch = await claimMail(claimedAt, addMinutes(claimedAt, LEASE_MINUTES), MAIL_CONNECTIONS);
    if (batch.length === 0) break;
    const outcomes = await Promise.all(batch.map((mail) => deliver({ transport, isWanted, claimedAt, now }, mail)));
    sent += outcomes.filter((outcome) => outcome === "sent").length;
    if (outcomes.includes("server error")) break;
  }
  return sent;
}

/** Without a mail server: staff can read it in the console. */
async function keepMail(): Promise<number> {
  await asWorker((db) => db.outboxMail.updateMany({ where: { status: "queued" }, data: { status: "kept" } }));
  return 0;
}

interface Attempt {
  readonly transport: MailTransport;
  readonly isWanted: IsWanted;
  readonly claimedAt: Date;
  readonly now: () => Date;
}

/** Asks last whether it is wanted: nothing waits any more but the mail server. */
async function deliver(
  { transport, isWanted, claimedAt, now }: Attempt,
  mail: ClaimedMail,
): Promise<"sent" | "failed" | "server error"> {
  if (mail.lostClaims > 1) {
    await record(mail, claimedAt, { status: "failed", lastError: String(interruptedTwice) });
    return "failed";
  }
  if (!(await isWanted(mail, now()))) {
    await record(mail, claimedAt, { status: "failed", unwanted: true, lastError: String(noLongerWanted) });
    return "failed";
  }
  try {
    await transport.send(mail);
  } catch (error) {
    const { reason, nextTryAt, serverTrouble, unknown } = deliveryFailure(error, mail.attempts, now());
    const lost = { lostClaims: mail.lostClaims + Number(unknown) };
    await record(mail, claimedAt, {
      ...lost,
      lastError: reason,
      ...(nextTryAt ? { nextTryAt } : { status: "failed" }),
    });
    return serverTrouble ? "server error" : "failed";
  }
  await record(mail, claimedAt, { status: "sent", sentAt: now(), lastError: null });
  return "sent";
}

interface Outcome {
  readonly status?: "sent" | "failed";
  readonly unwanted?: true;
  readonly lostClaims?: number;
  readonly sentAt?: Date;
  readonly nextTryAt?: Date;
  readonly lastError: string | null;
}

/** Only under the claim it was sent by: a worker whose lease expired must not overwrite a newer outcome. */
const record = ({ id }: ClaimedMail, claimedAt: Date, outcome: Outcome): Promise<unknown> =>
  asWorker((db) => db.outboxMail.updateMany({ where: { id, claimedAt }, data: { ...outcome, claimedAt: null } }));
