import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { type CustomerRole, roles } from "@/lib/policy/roles";

/** The standard roles as customers ask for them and staff assign them. Each replaces all roles a person has. */
export const rolePresets = {
  billing: { name: msg("Billing only"), roles: ["billing"] },
  support: { name: msg("Support only"), roles: ["support"] },
  "billing-support": { name: msg("Billing and support"), roles: ["billing", "support"] },
  administrator: { name: msg("Account administrator"), roles: ["administrator"] },
} as const satisfies Record<string, { name: Sentence; roles: readonly CustomerRole[] }>;

export type RolePreset = keyof typeof rolePresets;

export const rolePreset = z.enum(Object.keys(rolePresets) as [RolePreset, ...RolePreset[]]);

/** What can be asked for: a standard role, or the ownership of the account. */
export const requestedRole = z.enum([...rolePreset.options, "owner"]);
export type RequestedRole = z.infer<typeof requestedRole>;

/** The English name: `t(requestedRoleName(role))`, or `say(String(requestedRoleName(role)))` in the log. */
export const requestedRoleName = (role: RequestedRole): Sentence =>
  role === "owner" ? roles.owner.name : rolePresets[role].name;

export const roleRequestStatus = z.enum(["waiting", "approved", "refused", "applied", "expired", "withdrawn"]);
export type RoleRequestStatus = z.infer<typeof roleRequestStatus>;

/** `waiting` for somebody's answer, or `approved` and waiting for staff. */
export const openStatuses = ["waiting", "approved"] as const satisfies readonly RoleRequestStatus[];

export const roleRequestSource = z.enum(["portal", "mail", "ticket", "call"]);
export type RoleRequestSource = z.infer<typeof roleRequestSource>;

/**
 * How sure it is who sent a request: `signedIn` in the portal, `verified` by the sender's mail domain (aligned DMARC),
 * `weak` if only the server or an unaligned signature is known, `unproven` otherwise and for calls.
 */
export const senderProof = z.enum(["signedIn", "verified", "weak", "unproven"]);
export type SenderProof = z.infer<typeof senderProof>;

/** A role request in a list. */
export const roleRequestItem = z.object({
  id,
  number: z.string().describe("For people: R-17"),
  status: roleRequestStatus,
  source: roleRequestSource,
  proof: senderProof,
  requesterName: z.string(),
  name: z.string(),
  email: z.string(),
  role: requestedRole,
  roleName: z.string(),
  createdAt: isoDateTime,
  /** It can be approved and applied until then. */
  expiresAt: isoDateTime,
});
export type RoleRequestItem = z.infer<typeof roleRequestItem>;

export const roleEffect = z.object({
  heading: z.string(),
  tone: z.enum(["gain", "loss"]),
  items: z.array(
    z.object({ permission: z.string(), name: z.string(), area: z.string(), condition: z.string().nullable() }),
  ),
});

/** A role request with what was written, and what became of it. */
export const roleRequestDetail = roleRequestItem.extend({
  version,
  roleEndsAt: isoDateTime.nullable(),
  senderAddress: z.string().nullable(),
  reference: z.string().nullable(),
  original: z.string().nullable(),
  recordedByName: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: isoDateTime.nullable(),
  appliedByName: z.string().nullable(),
  appliedAt: isoDateTime.nullable(),
  appliedRoleName: z.string().nullable(),
  /** The person's page, once they are on the account. */
  contactId: id.nullable(),
});
export type RoleRequestDetail = z.infer<typeof roleRequestDetail>;

/** A standard role for one person, with what it would change. */
export const roleChoice = z.object({
  role: rolePreset,
  name: z.string(),
  /** Why it can't be assigned; null if it can. */
  refusal: z.string().nullable(),
  changes: z.array(roleEffect),
});
export type RoleChoice = z.infer<typeof roleChoice>;
