import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { departments } from "@/lib/policy/departments";
import type { VisitReason } from "@/lib/policy/staff-visit";
import { standings } from "./lifecycle";

export const contactKind = z.enum(["member", "nonMember"]);
export const standing = z.enum(standings);
const heldRoleName = z.enum(["owner", "administrator", "billing", "support"]);

const roleInShort = z.object({ role: heldRoleName, name: z.string(), endsAt: isoDateTime.nullable() });

const invitation = z.object({
  email: z.string(),
  invitedBy: z.string(),
  sentAt: isoDateTime,
  expiresAt: isoDateTime,
});

/** Only for viewers who may see a person's details. */
const detailsInShort = z.object({
  email: z.string(),
  emailVerified: z.boolean(),
  /** Mail to this address came back. */
  emailBounces: z.boolean(),
  jobTitle: z.string().nullable(),
  /** Current roles, owner first. */
  roles: z.array(roleInShort),
  /** Number of individual permissions granted or denied, not counting notifications. */
  singlePermissions: z.int(),
  /** Names of individually granted notifications. */
  notices: z.array(z.string()),
  limitedToServices: z.boolean(),
  /** The grantor can no longer grant this access: joining, or getting notifications, needs approval. */
  held: z.boolean(),
  endsAt: isoDateTime.nullable(),
  /** The unanswered invitation, even if expired. */
  invitation: invitation.nullable(),
});

/** A person in a list. */
export const personItem = z.object({
  id,
  kind: contactKind,
  name: z.string(),
  standing,
  isOwner: z.boolean(),
  isYou: z.boolean(),
  details: detailsInShort.nullable(),
});
export type PersonItem = z.infer<typeof personItem>;

const heldRole = roleInShort.extend({
  title: z.string(),
  givenBy: z.string().nullable(),
  givenAt: isoDateTime,
  over: z.boolean(),
  /** The reference and requester if staff assigned it. */
  reference: z.string().nullable(),
  requestedBy: z.string().nullable(),
});

const singlePermission = z.object({
  permission: z.string(),
  name: z.string(),
  effect: z.enum(["on", "off"]),
  givenBy: z.string(),
  givenAt: isoDateTime,
  endsAt: isoDateTime.nullable(),
  over: z.boolean(),
});

/** How many permissions for single records somebody can hold at once; whoever grants one more removes those that have ended. */
export const MOST_RECORD_GRANTS = 50;

const recordGrant = z.object({
  id,
  permission: z.string(),
  name: z.string(),
  /** Null if the viewer may not see the record. */
  record: z.string().nullable(),
  givenBy: z.string(),
  givenAt: isoDateTime,
  endsAt: isoDateTime,
  over: z.boolean(),
});

/** One permission of a person: whether they have it, on what condition, and why. */
const effectivePermission = z.object({
  permission: z.string(),
  name: z.string(),
  title: z.string(),
  allowed: z.boolean(),
  condition: z.string().nullable(),
  reason: z.string(),
});

const effectiveArea = z.object({
  area: z.string(),
  name: z.string(),
  permissions: z.array(effectivePermission),
});
export type EffectiveArea = z.infer<typeof effectiveArea>;

export const acts = [
  "change-access",
  "set-term",
  "update-name",
  "update-email",
  "suspend",
  "restore",
  "remove",
  "resend-invite",
  "revoke-invite",
  "approve-invite",
  "offer-ownership",
] as const;

const details = detailsInShort.extend({
  phone: z.string().nullable(),
  hasLogin: z.boolean(),
  roles: z.array(heldRole),
  permissions: z.array(singlePermission),
  /** Permissions for single records, until they end. */
  recordGrants: z.array(recordGrant).max(MOST_RECORD_GRANTS),
  services: z.array(z.object({ id, name: z.string() })).nullable(),
  /** Departments of support that were taken away. */
  departmentsOff: z.array(z.enum(departments)),
  noticesOff: z.array(z.string()),
  access: z.array(effectiveArea),
});

/** A person with everything the viewer may see, and the actions the viewer may take. */
export const personDetail = personItem.extend({
  version,
  since: isoDateTime,
  details: details.nullable(),
  acts: z.array(z.enum(acts)),
  /** Why the viewer, who may change roles, may not change this person's; null if they may. */
  locked: z.string().nullable(),
  /** Names of notifications no one else gets. */
  onlyRecipientOf: z.array(z.string()),
  /** Names of people they invited or granted access, and who haven't joined yet. */
  leftOpen: z.array(z.string()),
});
export type PersonDetail = z.infer<typeof personDetail>;

/** A person's status after a command. */
export const personState = z.object({ contactId: id, version });

const changeInWords = z.object({
  heading: z.string(),
  tone: z.enum(["gain", "loss"]),
  items: z.array(
    z.object({ permission: z.string(), name: z.string(), area: z.string(), condition: z.string().nullable() }),
  ),
});

/** What a change of access would do, in words, or why it is refused. */
export const accessPreview = z.object({
  contactId: id.nullable(),
  name: z.string().nullable(),
  allowed: z.boolean(),
  refusal: z.object({ refusal: z.string(), sentence: z.string(), permission: z.string().nullable() }).nullable(),
  changes: z.array(changeInWords),
  /** What else to know before saving. */
  notes: z.array(z.string()),
  access: z.string(),
});
export type AccessPreview = z.infer<typeof accessPreview>;

const choosablePermission = z.object({
  permission: z.string(),
  name: z.string(),
  title: z.string(),
  /** Names of the roles that include it. */
  roles: z.array(z.string()),
  /** Why the viewer can't grant it; null if they can. */
  locked: z.string().nullable(),
});

/** What the viewer can choose from when granting access. */
export const accessChoices = z.object({
  roles: z.array(z.object({ role: z.string(), name: z.string(), title: z.string(), locked: z.string().nullable() })),
  areas: z.array(z.object({ area: z.string(), name: z.string(), permissions: z.array(choosablePermission) })),
  services: z.array(z.object({ id, name: z.string() })),
});
export type AccessChoices = z.infer<typeof accessChoices>;

/** The notifications a notification-only contact can get. */
export const noticeChoices = z.object({ notices: z.array(choosablePermission) });
export type NoticeChoices = z.infer<typeof noticeChoices>;

export const requestStatus = z.enum(["open", "granted", "declined"]);

/** For how many hours a permission is needed: up to 30 days. */
export const requestedHours = z.int().min(1).max(720);

/** An access request. */
export const permissionRequest = z.object({
  id,
  contactId: id,
  contactName: z.string(),
  permission: z.string(),
  permissionName: z.string(),
  permissionTitle: z.string(),
  /** The one record it is for: what it is called, and what granting it shows. Null: for all. */
  onlyFor: z
    .object({
      id,
      kind: z.enum(["service", "ticket"]),
      name: z.string().nullable().describe("Null if it isn't on this account, or the viewer may not see it"),
      shows: z.string(),
    })
    .nullable(),
  message: z.string().nullable(),
  /** For how many hours it is needed, from the answer on; null: no end asked for. */
  hours: requestedHours.nullable(),
  /** When it would end by itself if granted now as asked. Null without an end, and once answered. */
  wouldEndAt: isoDateTime.nullable(),
  /** What it would be limited to if granted now: "for chosen services". */
  condition: z.string().nullable(),
  status: requestStatus,
  createdAt: isoDateTime,
  decidedByName: z.string().nullable(),
  decidedAt: isoDateTime.nullable(),
  /** Why the viewer can't grant it; null if they can, or if it is answered. */
  locked: z.string().nullable(),
});
export type PermissionRequestItem = z.infer<typeof permissionRequest>;

/** The viewer's own request. */
export const ownRequest = permissionRequest
  .pick({
    id: true,
    permission: true,
    permissionName: true,
    hours: true,
    createdAt: true,
  })
  .extend({ recordId: id.nullable() });

/** Why staff opened an account's records, as customers read it. */
export const visitReasonNames: Readonly<Record<VisitReason, Sentence>> = {
  ticket: msg("Work on a ticket"),
  support: msg("A request for help"),
  "set-up": msg("Setting up a service"),
  billing: msg("Invoices and payments"),
  security: msg("A security problem"),
  legal: msg("A legal duty"),
  maintenance: msg("Maintenance"),
};

/** Of what no reason was given for: the ticket or the email is it. */
export const deskReasonName = msg("Work on your tickets");
