import { z } from "zod";
import { endInput } from "@/lib/accounts/core/access-schema";
import { readEnd } from "@/lib/accounts/core/plan-access";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { id } from "@/lib/platform/kernel/ids";
import { personName } from "@/lib/platform/kernel/person-name";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { refuseStaffAddress } from "@/lib/platform/operations/refuse-staff";
import { asker } from "./asker";
import { contactAt } from "./contact-at";
import { judgeRoleRequest } from "./judge-role-request";
import { openRoleRequest } from "./open-role-request";
import { planWithRoles } from "./plan-with-roles";
import { roleHindrance } from "./role-hindrance";
import { rolePreset, rolePresets } from "./schema";

/**
 * Asks our staff to add a person with a standard role. Signed in, and able to give it themselves, so it counts as
 * approved; staff apply it. By a verified email it does so under the conditions of `asker`, else the owner is asked.
 */
export const askForRole = defineCommand({
  name: "role-requests.ask",
  permission: "people.roles.change",
  scope: "account",
  summary: "Ask staff to give a person a standard role",
  activity: "ask staff to add a person",
  lockAccount: true,
  once: true,
  input: z.object({
    name: personName,
    email: emailAddress,
    role: rolePreset,
    endsAt: endInput.default(null),
    message: z.string().trim().max(2000, issue("Use at most 2,000 characters.")).optional(),
  }),
  output: z.object({ requestId: id, number: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/role-requests", status: 201 },
  run: async (context, { name, email, role, endsAt, message }) => {
    const { account, actor } = context;
    if (actor.contactId === null) throw notFound(t("Only people on this account can ask for this."));
    if (account.closed) throw new Problem("conflict", t("This account is closed, so access can't be changed."));
    const contact = await contactAt(context, email);
    if (contact === null) await refuseStaffAddress(context.db, email);
    const roleEndsAt = readEnd(context, "endsAt", endsAt);
    const asking = await asker(context, actor.contactId, { role, message });
    const refusal = judgeRoleRequest(asking.viewer, contact, { role, roleEndsAt });
    if (refusal) throw refusedChange(refusal);
    const next = planWithRoles(contact?.person.subject ?? null, role, roleEndsAt);
    const hindrance = contact && roleHindrance(contact, next, context.realNow);
    if (hindrance) throw invalidField("email", hindrance);
    const { requestId, number } = await openRoleRequest(context, {
      ...asking.sent,
      reference: null,
      original: message || null,
      requester: { contactId: actor.contactId, name: actor.name },
      person: { contactId: contact?.id ?? null, name: contact?.name ?? name, email },
      role,
      roleEndsAt,
      recordedBy: null,
      approvedBy: asking.approvedBy,
    });
    return {
      output: { requestId, number },
      audit: {
        summary: say("Asked staff to give {name} the “{role}” role ({number})", {
          name: contact?.name ?? name,
          role: { text: String(rolePresets[role].name) },
          number,
        }),
        target: { type: "roleRequest", id: requestId },
        details: { email, role, endsAt: roleEndsAt },
      },
    };
  },
});
