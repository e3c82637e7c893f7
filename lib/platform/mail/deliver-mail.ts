import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { Moment } from "@/lib/platform/kernel/moment";
import { msg } from "@/lib/platform/language/msg";
import { log } from "@/lib/platform/logging/log";
import { type ClaimedMail, claimMail } from "@/lib/platform/mail/claim-mail";
import { deliveryFailure } from "./delivery-failure";
import { MAIL_CONNECTIONS, type MailTransport } from "./mail-transport";

/** Longer than any attempt takes: the transport times out long before. */
const LEASE_MINUTES = 10;
/** Kept in English with the mail, and translated where staff read it. */
const interruptedTwice = msg("Sending was interrupted twice. It may have been delivered, so it won't be sent again.");

const noLongerWanted = msg("Not sent: the recipient has turned this notification off, or no longer has access.");

const notAsked = msg("Whether the recipient still gets this notification couldn't be told.");

/** Whether its reader may and wants to read it now. */
export type IsWanted = (mail: ClaimedMail, now: Date) => Promise<boolean>;

export interface DeliverOptions {
  readonly now?: () => Date;
  /** Checked between batches: true leaves the rest to another worker or a later run. */
  readonly stopping?: () => boolean;
  /** When there may be more to send, during the run as well. */
  readonly more?: Moment;
}

/** As many of the connections may wait for one domain: mail to others always has one left. */
const MOST_TO_ONE_DOMAIN = MAIL_CONNECTIONS - 1;

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
  if (transport === null) return keepMail();
  const run: Run = {
    transport,
    isWanted,
    now: () => new Date(),
    stopping: () => false,
    more: new Moment(),
    ...options,
    sent: 0,
    to: [],
    after: { awaited: "", any: "" },
    turn: Promise.resolve(),
  };
  const connections = Array.from({ length: MAIL_CONNECTIONS }, () => sendInTurn(run));
  // A run is over once nothing is sent any more: the next one counts its connections anew.
  for (const ended of await Promise.allSettled(connections)) if (ended.status === "rejected") throw ended.reason;
  return run.sent;
}

/** What the connections share. */
interface Run extends Required<DeliverOptions> {
  readonly transport: MailTransport;
  readonly isWanted: IsWanted;
  sent: number;
  /** The domains that are being sent to, each once for each connection. */
  readonly to: string[];
  /** How far the domains were looked through for mail to others. */
  readonly after: { awaited: string; any: string };
  /** Until the claim before is known: whom it is to decides what the next one may be. */
  turn: Promise<unknown>;
}

/**
 * One connection's mails, one after the other, so that a slow one delays no others. It ends once nothing is due and nothing is being
 * sent, or the server fails: then all mails would. It doesn't fail if it took another mail in the meantime.
 */
async function sendInTurn(run: Run): Promise<void> {
  while (!run.stopping()) {
    const { next } = run.more;
    const claimedAt = run.now();
    const claim = run.turn.then(() => claimNext(run, claimedAt));
    run.turn = claim.catch(() => undefined);
    const mail = await claim;
    if (mail === undefined) {
      if (run.to.length === 0) return;
      // What comes meanwhile isn't left to the connections of a slow domain.
      await next;
      continue;
    }
    const before = run.sent;
    const outcome = await deliver(run, mail, claimedAt).finally(() => {
      run.to.splice(run.to.indexOf(domainOf(mail)), 1);
      run.more.happens();
    });
    if (outcome === "sent") run.sent += 1;
    if (outcome === "server error" && run.sent === before) return;
  }
}

/**
 * What somebody waits for goes first, then mail to a domain that none is being sent to. What is left may take more connections to one
 * domain, but never all.
 */
async function claimNext(run: Run, claimedAt: Date): Promise<ClaimedMail | undefined> {
  const { to } = run;
  const full = to.filter((one) => to.filter((other) => other === one).length >= MOST_TO_ONE_DOMAIN);
  const mail =
    (await claimBut(run, claimedAt, full, "awaited")) ??
    (await claimBut(run, claimedAt, to)) ??
    (to.length > 0 ? await claimBut(run, claimedAt, full) : undefined);
  if (mail) to.push(domainOf(mail));
  return mail;
}

async function claimBut(
  run: Run,
  claimedAt: Date,
  domains: readonly string[],
  which: "awaited" | "any" = "any",
): Promise<ClaimedMail | undefined> {
  const choice = { awaited: which === "awaited", busy: [...new Set(domains)], after: run.after[which] };
  const { mail, lookedAt } = await claimMail(claimedAt, addMinutes(claimedAt, LEASE_MINUTES), choice);
  run.after[which] = lookedAt;
  return mail;
}

const domainOf = ({ toAddress }: ClaimedMail): string => toAddress.split("@")[1]?.toLowerCase() ?? "";

/** Without a mail server: staff can read it in the console. */
async function keepMail(): Promise<number> {
  await asWorker(
    (db) => (db as Transaction).$executeRaw`update "OutboxMail" set "status" = 'kept' where "status" = 'queued'`,
  );
  return 0;
}

/** Asks last whether it is wanted: nothing waits any more but the mail server. */
async function deliver(
  { transport, isWanted, now }: Run,
  mail: ClaimedMail,
  claimedAt: Date,
): Promise<"sent" | "failed" | "server error"> {
  if (mail.lostClaims > 1) {
    await record(mail, claimedAt, { status: "failed", lastError: String(interruptedTwice) });
    return "failed";
  }
  const wanted = await isWanted(mail, now()).catch((error: unknown) => {
    log().error({ err: error }, "Whether a mail is still wanted can't be told. It is asked again later.");
    return null;
  });
  if (wanted === null) {
    const { nextTryAt } = deliveryFailure(null, mail.attempts, now());
    await record(mail, claimedAt, {
      lastError: String(notAsked),
      ...(nextTryAt ? { nextTryAt } : { status: "failed" }),
    });
    return "failed";
  }
  if (!wanted) {
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
