import { accessRecord } from "@/lib/accounts/core/access-of";
import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { contactAt } from "@/lib/accounts/role-requests/contact-at";
import { type RoleRequestRow, requestNumber } from "@/lib/accounts/role-requests/present-role-request";
import { type RolePreset, rolePreset, rolePresets } from "@/lib/accounts/role-requests/schema";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";
import { checkApproval } from "./check-approval";
import { giveRole } from "./give-role";
import { type Approved, judgePreset } from "./judge-preset";
import { notifyRole } from "./notify-role";
import { refuseColleague } from "./refuse-colleague";

/** Assigns a standard role as approved, or a smaller one, and notifies the owner. */
export async function applyRole(
  context: Context<"account">,
  request: RoleRequestRow,
  role: RolePreset,
  by: { readonly personId: string; readonly name: string },
) {
  if (request.status !== "approved") throw new Problem("conflict", t("This request hasn't been approved yet."));
  const contact = await contactAt(context, request.email);
  refuseOther(request, contact, context.realNow);
  await refuseColleague(context, contact, request.email);
  const approved: Approved = { role: rolePreset.parse(request.role), roleEndsAt: request.roleEndsAt };
  await checkApproval(context, request, contact);
  const { next, verdict, excess, hindrance } = judgePreset(context, contact, role, approved);
  if (excess !== null) throw new Problem("refused", excess, { refusal: "more-than-approved" });
  if (!verdict.ok) throw refusedChange(verdict);
  if (hindrance !== null) throw new Problem("conflict", hindrance);
  const requested = { reference: requestNumber(request.number), requestedBy: request.requesterName };
  const giver = { ...by, ...requested };
  const given = await giveRole(context, { contact, name: request.name, email: request.email }, next, giver);
  await notifyRole(context, {
    ...given,
    role: rolePresets[role].name,
    roleEndsAt: request.roleEndsAt,
    by: giver,
    request,
  });
  return { ...given, before: contact && accessRecord(planOf(contact.person.subject)), after: accessRecord(next) };
}

/** The approval was for one person at one address. */
function refuseOther({ contactId, roleEndsAt }: RoleRequestRow, contact: KnownContact | null, now: Date): void {
  if (contactId !== null && contact?.id !== contactId)
    throw new Problem("conflict", t("This person's email address has changed since, so it must be requested again."));
  if (roleEndsAt !== null && roleEndsAt <= now)
    throw new Problem("conflict", t("The role was only wanted until a time that has passed."));
}
