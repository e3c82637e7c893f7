import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { askOwner } from "./ask-owner";
import type { NewRoleRequest } from "./new-role-request";
import { requestNumber } from "./present-role-request";
import { openStatuses, type RoleRequestStatus } from "./schema";

const OPEN_DAYS = 14;

/** Each may email the owner: enough for a new team, too few to flood them. */
const requestLimit: Limit = { name: "role-request", points: 50, seconds: 24 * 60 * 60 };

/**
 * Opens a role request for 14 days. Without somebody's approval the owner is asked by email. Hold the account's lock.
 * Throws `conflict` while another one for the same address is open, and `too-many`.
 */
export async function openRoleRequest(context: Context<"account">, asked: NewRoleRequest) {
  const { db, account, realNow: now } = context;
  const { person, requester, recordedBy, approvedBy } = asked;
  await clearTheWay(context, person.email);
  await consume(requestLimit, account.id);
  const status: RoleRequestStatus = approvedBy ? "approved" : "waiting";
  const expiresAt = addDays(now, OPEN_DAYS);
  const { source, proof, senderAddress, reference, original, role, roleEndsAt } = asked;
  const { id, number } = await db.roleRequest.create({
    data: {
      ...{
        accountId: account.id,
        source,
        proof,
        senderAddress,
        reference,
        original,
        role,
        roleEndsAt,
        status,
        expiresAt,
      },
      requesterId: requester.contactId,
      requesterName: requester.name,
      ...person,
      createdAt: now,
      ...(recordedBy && { recordedById: recordedBy.personId, recordedByName: recordedBy.name }),
      ...(approvedBy && { decidedById: approvedBy.personId, decidedByName: approvedBy.name, decidedAt: now }),
    },
    select: { id: true, number: true },
  });
  if (approvedBy === null) await askOwner(context, { ...asked, id, number, expiresAt });
  return { requestId: id, number: requestNumber(number), status };
}

/** An overdue request makes room for a new one; an open one doesn't. */
async function clearTheWay({ db, account, realNow: now }: Context<"account">, email: string): Promise<void> {
  const open = { accountId: account.id, email, status: { in: [...openStatuses] } };
  await db.roleRequest.updateMany({
    where: { ...open, expiresAt: { lte: now } },
    data: { status: "expired", version: { increment: 1 } },
  });
  const found = await db.roleRequest.findFirst({ where: open, select: { number: true } });
  if (found === null) return;
  throw new Problem(
    "conflict",
    t("There is already an open request for {email}: {number}.", { email, number: requestNumber(found.number) }),
  );
}
