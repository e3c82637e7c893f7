import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { say } from "@/lib/platform/language/say";
import { log } from "@/lib/platform/logging/log";
import type { MailForm } from "@/lib/platform/operations/mail-form";
import { stored } from "@/lib/platform/operations/stored";
import { type ClaimedInbound, claimInbound } from "./claim-inbound";
import { processMail } from "./process-mail";

const MOST_ATTEMPTS = 5;
const WAIT_MINUTES = 2;

export interface ProcessOptions {
  readonly now?: () => Date;
  readonly stopping?: () => boolean;
  /** One mail, and no other. */
  readonly only?: string;
  /** What can be asked for by email besides tickets. */
  readonly forms?: readonly MailForm[];
}

/**
 * Processes the mail that has arrived, one after another, and returns how many reached their outcome. Safe to run in
 * any number of processes; what one leaves behind when it dies is continued by the next, and written once.
 */
export async function processInbound(options: ProcessOptions = {}): Promise<number> {
  const { now = () => new Date(), stopping = () => false, only = null, forms = [] } = options;
  let done = 0;
  while (!stopping()) {
    const claimed = await claimInbound(now(), only);
    if (claimed === null) break;
    if (await processed(claimed, now, forms)) done += 1;
  }
  return done;
}

async function processed(mail: ClaimedInbound, now: () => Date, forms: readonly MailForm[]): Promise<boolean> {
  try {
    if (mail.attempts <= MOST_ATTEMPTS) {
      await processMail(mail, now(), forms);
      return true;
    }
    await giveUp(mail, now());
  } catch (error) {
    log().error({ err: error, mail: mail.id }, "Processing a received email failed.");
    await asWorker((db) =>
      db.inboundMail.updateMany({
        where: { id: mail.id, claimedAt: mail.claimedAt },
        data: { state: "queued", claimedAt: null, nextTryAt: addMinutes(now(), WAIT_MINUTES) },
      }),
    );
  }
  return false;
}

/** Nothing is lost: staff see it, and decide. */
const giveUp = ({ id, claimedAt }: ClaimedInbound, now: Date): Promise<unknown> =>
  asWorker((db) =>
    db.inboundMail.updateMany({
      where: { id, claimedAt },
      data: {
        state: "done",
        claimedAt: null,
        doneAt: now,
        outcome: "waiting",
        ...stored(say("Processing it failed several times. The log has the reasons.")),
      },
    }),
  );
