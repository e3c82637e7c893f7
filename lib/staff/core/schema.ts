import { z } from "zod";
import { MOST_CANDIDATES } from "@/lib/accounts/core/ownership-candidates";
import { roleRequestItem } from "@/lib/accounts/role-requests/schema";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { mailKinds } from "@/lib/platform/mail/schema";
import { staffRoleKeys } from "@/lib/policy/roles";

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
  /** Role requests that are open, the newest first, at most 5. Null for staff who may not see them. */
  roleRequests: z.array(roleRequestItem).nullable(),
  /** Null for staff who may not see tickets or invoices. */
  openTickets: z.int().nullable().describe(`At most ${COUNT_LIMIT}, where counting stops`),
  overdueInvoices: z.int().nullable().describe(`At most ${COUNT_LIMIT}, where counting stops`),
  /** The people the viewer could transfer the account to, at most 50 of them. */
  transferCandidates: z.array(person.extend({ contactId: id })).max(MOST_CANDIDATES),
  /** There are more: search for them. */
  hasMoreCandidates: z.boolean(),
});
export type StaffAccount = z.infer<typeof staffAccount>;

const line = (max: number, missing: string) =>
  z
    .string()
    .overwrite(oneLine)
    .min(1, missing)
    .max(max, { error: () => t("Use at most {max} characters.", { max }) });

export const reference = line(100, issue("Enter a ticket number, email or call reference.")).describe(
  "Reference of the request, for example a ticket number",
);

/** Who requested it: saved with the change and shown to the account owner. */
export const requestInput = {
  reference,
  requestedBy: line(200, issue("Enter who requested it.")).describe("Who requested it"),
};

export const mailStatus = z.enum(["queued", "kept", "sent", "failed", "unwanted"]);

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
  /** Of its lines in the server's log. */
  requestId: z.string().nullable(),
});
export type StaffAttempt = z.infer<typeof staffAttempt>;
