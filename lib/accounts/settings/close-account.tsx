import { z } from "zod";
import { AccountClosedMail } from "@/lib/accounts/settings/mail/account-closed";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { sendMail } from "@/lib/platform/mail/outbox";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { closingBlockers } from "./closing-blockers";

/**
 * Closes the account. Its people keep what the catalogue marks as outliving it: seeing the account and its invoices, and
 * paying them. Open invitations and offers of ownership end. Services must be cancelled before, each by its own name,
 * so that none disappears by the way: `conflict` while one runs.
 */
export const closeAccount = defineCommand({
  name: "account.close",
  permission: "account.close",
  scope: "account",
  summary: "Close the account permanently",
  activity: "close the account",
  lockAccount: true,
  input: z.object({ confirmName: z.string().max(300).describe("The account's name, letter by letter") }),
  output: z.object({ closedAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/closing" },
  run: async (context, { confirmName }) => {
    const { db, account, now } = context;
    if (confirmName.trim() !== account.name) throw invalidField("confirmName", "This is not the account's name.");
    const { runningServices } = await closingBlockers(db, account.id, now);
    if (runningServices > 0) throw stillRunning(runningServices);
    // Asked before: afterwards the account is closed, and nobody looks after its people any more.
    const inCharge = (await context.people()).filter(
      (one) => one.hasLogin && one.emailVerified && can(viewerOf(one.subject), "people.roles.change"),
    );
    const { count } = await db.account.updateMany({
      where: { id: account.id, status: "active" },
      data: { status: "closed", closedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("conflict", "The account is closed already.");
    const ended = await endWhatIsOpen(context);
    await tell(context, inCharge);
    return { output: { closedAt: iso(now) }, audit: { summary: "Closed the account", details: ended } };
  },
});

const stillRunning = (count: number): Problem =>
  new Problem(
    "conflict",
    count === 1
      ? "One service still runs. Cancel it first, then close the account."
      : `${count} services still run. Cancel them first, then close the account.`,
  );

async function endWhatIsOpen({ db, account, now }: Context<"account">) {
  const accountId = account.id;
  const invitations = await db.invitation.updateMany({
    where: { accountId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const offers = await db.ownershipTransfer.updateMany({
    where: { accountId, status: "offered" },
    data: { status: "withdrawn", decidedAt: now },
  });
  return { invitationsRevoked: invitations.count, offersWithdrawn: offers.count };
}

/** Whoever looks after the people of the account hears of it, and so does the owner: it may not have been them. */
async function tell({ db, account, actor }: Context<"account">, inCharge: readonly AccountMember[]): Promise<void> {
  for (const { name, email } of inCharge) {
    await sendMail(db, {
      accountId: account.id,
      kind: "people",
      to: { address: email, name },
      subject: `The account of ${account.name} was closed`,
      template: "account-closed",
      body: <AccountClosedMail name={name} account={account} by={actor.name} />,
    });
  }
}
