import { z } from "zod";
import { canOwn } from "@/lib/accounts/core/can-own";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { openRoleRequest } from "@/lib/accounts/role-requests/open-role-request";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { actingStaff } from "@/lib/staff/core/acting-staff";
import { requestInput } from "@/lib/staff/core/schema";

/**
 * Records the request to transfer an account. It takes two managers: another one starts the transfer
 * (`role-requests.apply`). The owner is asked at once and can refuse it, and the new owner must accept.
 */
export const transferOwnership = defineCommand({
  name: "staff.transfer-ownership",
  permission: "staff.ownership.transfer",
  scope: "account",
  summary: "Record a request to transfer ownership of a customer account, for another manager to start",
  activity: "transfer an account",
  stepUp: "with-factor",
  lockAccount: true,
  once: true,
  input: z.object({ contactId: id, ...requestInput }),
  output: z.object({ requestId: id, number: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/staff-transfer", status: 201 },
  run: async (context, { contactId, reference, requestedBy }) => {
    if (context.account.closed)
      throw new Problem("conflict", t("This account is closed, so ownership can't be transferred."));
    const to = await knownContact(context, contactId);
    const verdict = ownershipTransfer(context.viewer, to.person);
    if (!verdict.ok) throw refusedChange(verdict);
    if (!canOwn(to.person)) {
      throw invalidField(
        "contactId",
        t("{name} needs an active login and a confirmed email address first.", { name: to.name }),
      );
    }
    await refuseSecond(context);
    const { requestId, number } = await openRoleRequest(context, {
      source: "call",
      proof: "unproven",
      senderAddress: null,
      reference,
      original: null,
      requester: { contactId: null, name: requestedBy },
      person: { contactId, name: to.name, email: to.email },
      role: "owner",
      roleEndsAt: null,
      recordedBy: await actingStaff(context),
      approvedBy: null,
    });
    return {
      output: { requestId, number },
      audit: {
        summary: say("Recorded the request to transfer ownership to {name}, requested by {requestedBy} ({reference})", {
          name: to.name,
          requestedBy,
          reference,
        }),
        target: { type: "contact", id: contactId },
        details: { reference, requestedBy, requestId },
      },
    };
  },
});

/** One transfer is pending at a time. */
async function refuseSecond({ db, account, realNow: now }: Context<"account">): Promise<void> {
  const open = await db.ownershipTransfer.findFirst({
    where: { accountId: account.id, status: "offered", expiresAt: { gt: now } },
    select: { to: { select: { name: true } } },
  });
  if (open === null) return;
  throw new Problem(
    "conflict",
    t("A transfer to {name} is already pending. Withdraw it first.", { name: open.to.name }),
  );
}
