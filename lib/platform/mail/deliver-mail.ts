import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { type ClaimedMail, claimMail } from "@/lib/platform/mail/claim-mail";
import { deliveryFailure } from "./delivery-failure";
import type { MailTransport } from "./mail-transport";
import { isStillWanted } from "./still-wanted";

const AT_ONCE = 8;
/** Longer than any attempt takes: the transport times out long before. */
const LEASE_MINUTES = 10;
/** Kept in English with the mail, and translated where staff read it. */
const interruptedTwice = msg("Sending was interrupted twice. It may have been delivered, so it won't be sent again.");

const noLongerWanted = msg("Not sent: the recipient has turned this notification off, or no longer has access.");

export interface DeliverOptions {
  readonly now?: () => Date;
  /** Checked between batches: true leaves the rest to another worker or a later run. */
  readonly stopping?: () => boolean;
}

/**
 * Sends all mail that is due, and returns how many were sent. A mail is committed as claimed before it is sent and as
 * sent afterwards. If a worker dies in between, it is unknown whether it was sent: it is sent once more, with the same
 * Message-ID so that mail clients recognise the duplicate, and never a third time.
 */
export async function deliverMail(transport: MailTransport | null, options: DeliverOptions = {}): Promise<number> {
  const { now = () => new Date(), stopping = () => false } = options;
  if (transport === null) return keepMail();
  let sent = 0;
  while (!stopping()) {
    const claimedAt = now();
    const batch = await claimMail(claimedAt, addMinutes(claimedAt, LEASE_MINUTES), AT_ONCE);
    if (batch.length === 0) break;
    const outcomes = await Promise.all(batch.map((mail) => deliver(transport, mail, claimedAt, now)));
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

async function deliver(
  transport: MailTransport,
  mail: ClaimedMail,
  claimedAt: Date,
  now: () => Date,
): Promise<"sent" | "failed" | "server error"> {
  if (mail.lostClaims > 1) {
    await record(mail, claimedAt, { status: "failed", lastError: String(interruptedTwice) });
    return "failed";
  }
  if (!(await isStillWanted(mail.unsubscribe, now()))) {
    await record(mail, claimedAt, { status: "failed", lastError: String(noLongerWanted) });
    return "failed";
  }
  try {
    await transport.send(mail);
  } catch (error) {
    const { reason, nextTryAt, serverTrouble } = deliveryFailure(error, mail.attempts, now());
    await record(mail, claimedAt, { lastError: reason, ...(nextTryAt ? { nextTryAt } : { status: "failed" }) });
    return serverTrouble ? "server error" : "failed";
  }
  await record(mail, claimedAt, { status: "sent", sentAt: now(), lastError: null });
  return "sent";
}

interface Outcome {
  readonly status?: "sent" | "failed";
  readonly sentAt?: Date;
  readonly nextTryAt?: Date;
  readonly lastError: string | null;
}

/** Only under the claim it was sent by: a worker whose lease expired must not overwrite a newer outcome. */
const record = ({ id }: ClaimedMail, claimedAt: Date, outcome: Outcome): Promise<unknown> =>
  asWorker((db) => db.outboxMail.updateMany({ where: { id, claimedAt }, data: { ...outcome, claimedAt: null } }));
