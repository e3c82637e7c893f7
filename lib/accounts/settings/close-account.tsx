import { z } from "zod";
import { AccountClosedMail } from "@/lib/accounts/settings/mail/account-closed";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { closingBlockers } from "./closing-blockers";

/**
 * Closes the account. People keep the permissions the catalogue marks as `afterClosing`: viewing the account and its
 * invoices, and paying them. Pending invitations and ownership transfers end. Services must be cancelled first, one
 * by one, so that none ends unnoticed: throws `conflict` while one is active.
 */
export const closeAccount = defineCommand({
  name: "account.close",
  permission: "account.close",
  scope: "account",
  summary: "Close the account permanently",
  activity: "close the account",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ confirmName: z.string().max(300).describe("The exact name of the account") }),
  output: z.object({ closedAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/closing" },
  run: async (context, { confirmName }) => {
    const { db, account, now } = context;
    if (confirmName.trim() !== account.name)
      throw invalidField("confirmName", t("This doesn't match the account name."));
    const { runningServices } = await closingBlockers(db, account.id, now);
    if (runningServices > 0) throw stillRunning(runningServices);
    // Read before closing: afterwards nobody has these permissions any more.
    const inCharge = (await context.people()).filter(
      (one) => one.hasLogin && one.emailVerified && can(viewerOf(one.subject), "people.roles.change"),
    );
    const { count } = await db.account.updateMany({
      where: { id: account.id, status: "active" },
      data: { status: "closed", closedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("conflict", t("This account is already closed."));
    const ended = await endWhatIsOpen(context);
    await tell(context, inCharge);
    return { output: { closedAt: iso(now) }, audit: { summary: say("Closed the account"), details: ended } };
  },
});

const stillRunning = (count: number): Problem =>
  new Problem(
    "conflict",
    t(
      "{count, plural, one {# service is still active. Cancel it before you close the account.} other {# services are still active. Cancel them before you close the account.}}",
      { count },
    ),
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

/** Notifies everyone who manages people on the account, in case the owner's session was misused. */
async function tell({ db, account, actor }: Context<"account">, inCharge: readonly AccountMember[]): Promise<void> {
  for (const { name, email, locale } of inCharge) {
    await sendMail(db, {
      accountId: account.id,
      kind: "people",
      to: { address: email, name, locale },
      subject: () => t("{name} has been closed", { name: account.name }),
      template: "account-closed",
      about: null,
      body: () => <AccountClosedMail name={name} account={account} by={actor.name} />,
    });
  }
}
