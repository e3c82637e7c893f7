import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
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
  /** The people by whom it was found, when it was not by its own name or number. */
  foundBy: z.array(person),
});
export type FoundAccount = z.infer<typeof foundAccount>;

/** An account as staff see it before they go to work in it. */
export const staffAccount = z.object({
  id,
  number: z.string(),
  name: z.string(),
  legalName: z.string(),
  status: accountStatus,
  customerSince: isoDateTime,
  closedAt: isoDateTime.nullable(),
  owner: person.extend({ contactId: id }),
  /** The open offer of ownership. */
  offer: z.object({ id, to: z.string(), expiresAt: isoDateTime }).nullable(),
  /** Null for staff who may not see tickets, or invoices. */
  openTickets: z.int().nullable(),
  overdueInvoices: z.int().nullable(),
  /** To whom the viewer could have the account transferred. */
  transferCandidates: z.array(person.extend({ contactId: id })),
});
export type StaffAccount = z.infer<typeof staffAccount>;

/** The standard roles of the account roles document as staff give them: each is the whole of what somebody then holds. */
export const rolePresets = {
  billing: { name: "Billing only", roles: ["billing"] },
  support: { name: "Support only", roles: ["support"] },
  "billing-support": { name: "Billing and support", roles: ["billing", "support"] },
  administrator: { name: "Account administrator", roles: ["administrator"] },
} as const satisfies Record<string, { name: string; roles: readonly CustomerRole[] }>;

export type RolePreset = keyof typeof rolePresets;

export const rolePreset = z.enum(Object.keys(rolePresets) as [RolePreset, ...RolePreset[]]);

const line = (max: number, missing: string) =>
  z.string().overwrite(oneLine).min(1, missing).max(max, `Keep it under ${max} characters.`);

/** On whose word staff act: kept with the change, and quoted to the account's owner. */
export const requestInput = {
  reference: line(100, "Write the reference of the request: a ticket, a mail, a call.").describe(
    "Reference of the request, e.g. a ticket's number",
  ),
  requestedBy: line(200, "Write who asked for it.").describe("Who asked"),
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
  /** Null for somebody new. */
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
      /** Why it cannot be given; null where it can. */
      refusal: z.string().nullable(),
      changes: z.array(change),
    }),
  ),
  /** Those on the account who may ask for it: whoever could do it themselves. */
  mayAsk: z.array(z.object({ name: z.string(), email: z.string(), as: z.string() })),
});
export type RoleChoices = z.infer<typeof roleChoices>;

export const mailStatus = z.enum(["queued", "kept", "sent", "failed"]);

/** A mail in a list. */
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

/** A mail with its text and what became of it. */
export const mailDetail = mailItem.extend({
  text: z.string(),
  messageId: z.string(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  /** When it is tried again; null when it is not waiting. */
  nextTryAt: isoDateTime.nullable(),
  /** Links that let somebody in are left out. */
  linksHidden: z.boolean(),
});
export type MailDetail = z.infer<typeof mailDetail>;

export const staffRole = z.enum(staffRoleKeys as readonly ["agent", "accounting", "manager"]);

export const staffRoles = z
  .array(staffRole)
  .min(1, "Choose at least one role, or take them off the team.")
  .max(3)
  .overwrite((roles) => [...new Set(roles)]);

export const jobTitle = line(100, "Write what they do.");

/** A colleague. */
export const colleague = z.object({
  personId: id,
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  roles: z.array(staffRole),
  since: isoDateTime,
  /** False until they have chosen a password. */
  canSignIn: z.boolean(),
  isYou: z.boolean(),
});
export type Colleague = z.infer<typeof colleague>;

/** Somebody who asked for an account or a record that they were not shown. */
export const staffAttempt = z.object({
  id,
  at: isoDateTime,
  person: z.object({ name: z.string(), email: z.string().nullable() }),
  /** page, form, api or token */
  via: z.string(),
  ip: z.string().nullable(),
  operation: z.string(),
  summary: z.string(),
  /** The account it was tried on; null where there is none of that id. */
  account: z.object({ id, number: z.string(), name: z.string() }).nullable(),
  /** What was asked for, by the name of its field. */
  asked: z.array(z.object({ field: z.string(), id })),
});
export type StaffAttempt = z.infer<typeof staffAttempt>;
