import { z } from "zod";
import { MOST_CANDIDATES } from "@/lib/accounts/core/ownership-candidates";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { issue, msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { mailKinds } from "@/lib/platform/mail/schema";
import { type CustomerRole, staffRoleKeys } from "@/lib/policy/roles";

export const accountStatus = z.enum(["active", "closed"]);

const person = z.object({ name: z.string(), email: z.string() });

/** An account as staff find it. */
export const foundAccount = z.object({
  id,
  number: z.string(),
  name: z.string(),
  status: accountStatus,
  owner: person,
  /** The people who matched, if the account itself didn't. */
  foundBy: z.array(person).max(3),
});
export type FoundAccount = z.infer<typeof foundAccount>;

/** An account as the staff console shows it. */
export const staffAccount = z.object({
  id,
  number: z.string(),
  name: z.string(),
  legalName: z.string(),
  status: accountStatus,
  customerSince: isoDateTime,
  closedAt: isoDateTime.nullable(),
  owner: person.extend({
    contactId: id,
    /** False until they have confirmed their address. */
    joined: z.boolean(),
  }),
  /** The pending ownership transfer. */
  offer: z.object({ id, to: z.string(), expiresAt: isoDateTime }).nullable(),
  /** Null for staff who may not see tickets or invoices. */
  openTickets: z.int().nullable().describe(`At most ${COUNT_LIMIT}, where counting stops`),
  overdueInvoices: z.int().nullable().describe(`At most ${COUNT_LIMIT}, where counting stops`),
  /** The people the viewer could transfer the account to, at most 50 of them. */
  transferCandidates: z.array(person.extend({ contactId: id })).max(MOST_CANDIDATES),
  /** There are more: search for them. */
  hasMoreCandidates: z.boolean(),
});
export type StaffAccount = z.infer<typeof staffAccount>;

/** The standard roles as staff assign them. Each replaces all roles a person has. */
export const rolePresets = {
  billing: { name: msg("Billing only"), roles: ["billing"] },
  support: { name: msg("Support only"), roles: ["support"] },
  "billing-support": { name: msg("Billing and support"), roles: ["billing", "support"] },
  administrator: { name: msg("Account administrator"), roles: ["administrator"] },
} as const satisfies Record<string, { name: Sentence; roles: readonly CustomerRole[] }>;

export type RolePreset = keyof typeof rolePresets;

export const rolePreset = z.enum(Object.keys(rolePresets) as [RolePreset, ...RolePreset[]]);

const line = (max: number, missing: string) =>
  z
    .string()
    .overwrite(oneLine)
    .min(1, missing)
    .max(max, { error: () => t("Use at most {max} characters.", { max }) });

/** Who requested it: saved with the change and shown to the account owner. */
export const requestInput = {
  reference: line(100, issue("Enter a ticket number, email or call reference.")).describe(
    "Reference of the request, for example a ticket number",
  ),
  requestedBy: line(200, issue("Enter who requested it.")).describe("Who requested it"),
};

const change = z.object({
  heading: z.string(),
  tone: z.enum(["gain", "loss"]),
  items: z.array(
    z.object({ permission: z.string(), name: z.string(), area: z.string(), condition: z.string().nullable() }),
  ),
});

/** The standard roles for one person, each with what it would change. */
export const roleChoices = z.object({
  /** Null for a new person. */
  contact: z
    .object({
      id,
      name: z.string(),
      email: z.string(),
      /** What they hold now, in words. */
      access: z.string(),
      kind: z.enum(["member", "nonMember"]),
      status: z.enum(["invited", "active", "suspended", "removed"]),
    })
    .nullable(),
  choices: z.array(
    z.object({
      role: rolePreset,
      name: z.string(),
      /** Why it can't be assigned; null if it can. */
      refusal: z.string().nullable(),
      changes: z.array(change),
    }),
  ),
  /** The people on the account who may request it, as they could do it themselves: the owner and up to 20 others. */
  mayAsk: z.array(z.object({ name: z.string(), email: z.string(), as: z.string() })),
  /** There are more who may. */
  moreMayAsk: z.boolean(),
});
export type RoleChoices = z.infer<typeof roleChoices>;

export const mailStatus = z.enum(["queued", "kept", "sent", "failed"]);

/** An email in a list. */
export const mailItem = z.object({
  id,
  kind: z.enum(mailKinds),
  subject: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  account: z.object({ id, number: z.string(), name: z.string() }).nullable(),
  status: mailStatus,
  createdAt: isoDateTime,
  sentAt: isoDateTime.nullable(),
});
export type MailItem = z.infer<typeof mailItem>;

/** An email with its text and delivery. */
export const mailDetail = mailItem.extend({
  text: z.string(),
  messageId: z.string(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  /** The next delivery attempt; null if it isn't queued. */
  nextTryAt: isoDateTime.nullable(),
  /** Personal links are hidden. */
  linksHidden: z.boolean(),
});
export type MailDetail = z.infer<typeof mailDetail>;

export const staffRole = z.enum(staffRoleKeys as readonly ["agent", "accounting", "manager"]);

export const staffRoles = z
  .array(staffRole)
  .min(1, issue("Choose at least one role, or remove the person from the team."))
  .max(3)
  .overwrite((roles) => [...new Set(roles)]);

export const jobTitle = line(100, issue("Enter a job title."));

/** A team member. */
export const colleague = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  roles: z.array(staffRole),
  since: isoDateTime,
  /** False until they have set a password. */
  canSignIn: z.boolean(),
  isYou: z.boolean(),
});
export type Colleague = z.infer<typeof colleague>;

/** An attempt to open another customer's account or record. */
export const staffAttempt = z.object({
  id,
  at: isoDateTime,
  person: z.object({ name: z.string(), email: z.string().nullable() }),
  /** page, form, api or token */
  via: z.string(),
  ip: z.string().nullable(),
  operation: z.string(),
  summary: z.string(),
  /** The account it was about; null if there is no such account. */
  account: z.object({ id, number: z.string(), name: z.string() }).nullable(),
  /** The requested ids, by field name. */
  asked: z.array(z.object({ field: z.string(), id })),
});
export type StaffAttempt = z.infer<typeof staffAttempt>;
