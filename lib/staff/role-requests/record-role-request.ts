import { z } from "zod";
import { endInput } from "@/lib/accounts/core/access-schema";
import { readEnd } from "@/lib/accounts/core/plan-access";
import { contactAt } from "@/lib/accounts/role-requests/contact-at";
import { openRoleRequest } from "@/lib/accounts/role-requests/open-role-request";
import { planWithRoles } from "@/lib/accounts/role-requests/plan-with-roles";
import { roleHindrance } from "@/lib/accounts/role-requests/role-hindrance";
import { rolePreset, rolePresets, roleRequestStatus, senderProof } from "@/lib/accounts/role-requests/schema";
import { standsBy } from "@/lib/accounts/role-requests/stands-by";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { id } from "@/lib/platform/kernel/ids";
import { personName } from "@/lib/platform/kernel/person-name";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { actingStaff } from "@/lib/staff/core/acting-staff";
import { reference } from "@/lib/staff/core/schema";
import { refuseColleague } from "./refuse-colleague";
import { requesterOf } from "./requester-of";

/**
 * Records what a customer asked for by email, in a ticket or by telephone. It stands at once if a verified address of
 * somebody who could do it themselves asks for less than an administrator; otherwise the owner is asked.
 */
export const recordRoleRequest = defineCommand({
  name: "role-requests.record",
  permission: "staff.roles.give",
  scope: "account",
  summary: "Record a customer's request to give a person a standard role",
  activity: "record a role request",
  lockAccount: true,
  once: true,
  input: z.object({
    source: z.enum(["mail", "ticket", "call"]),
    proof: senderProof.exclude(["signedIn"]).default("unproven").describe("How sure it is who sent it"),
    senderAddress: emailAddress.nullable().default(null).describe("The address it was sent from"),
    requesterId: id.optional().describe("Who says to be asking, if not the person with the sender's address"),
    original: z
      .string()
      .trim()
      .min(1, issue("Enter what was written or said."))
      .max(20_000, issue("Use at most 20,000 characters.")),
    reference,
    name: personName,
    email: emailAddress,
    role: rolePreset,
    endsAt: endInput.default(null),
  }),
  output: z.object({ requestId: id, number: z.string(), status: roleRequestStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/role-requests/recorded", status: 201 },
  run: async (context, { source, senderAddress, original, reference, name, email, role, ...asked }) => {
    if (context.account.closed) throw new Problem("conflict", t("This account is closed, so access can't be changed."));
    const contact = await contactAt(context, email);
    await refuseColleague(context, contact, email);
    const roleEndsAt = readEnd(context, "endsAt", asked.endsAt);
    const wanted = { role, roleEndsAt };
    const requester = await requesterOf(context, { senderAddress, requesterId: asked.requesterId }, contact, wanted);
    const next = planWithRoles(contact?.person.subject ?? null, role, roleEndsAt);
    const hindrance = contact && roleHindrance(contact, next, context.realNow);
    if (hindrance) throw invalidField("email", hindrance);
    // Whoever calls can't be told by their voice.
    const proof = source === "call" ? ("unproven" as const) : asked.proof;
    const opened = await openRoleRequest(context, {
      ...{ source, proof, senderAddress, reference, original },
      requester: { contactId: requester.id, name: requester.name },
      person: { contactId: contact?.id ?? null, name: contact?.name ?? name, email },
      ...wanted,
      recordedBy: await actingStaff(context),
      approvedBy: standsBy(requester, { proof, senderAddress, role }),
    });
    return {
      output: opened,
      audit: {
        summary: say("Recorded the request of {requester} to give {name} the “{role}” role ({number})", {
          requester: requester.name,
          name: contact?.name ?? name,
          role: { text: String(rolePresets[role].name) },
          number: opened.number,
        }),
        target: { type: "roleRequest", id: opened.requestId },
        details: { source, proof, senderAddress, reference, email, role, endsAt: roleEndsAt, status: opened.status },
      },
    };
  },
});
