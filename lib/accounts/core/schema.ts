import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
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

/** What only those see who may see a person's details. */
const detailsInShort = z.object({
  email: z.string(),
  emailVerified: z.boolean(),
  jobTitle: z.string().nullable(),
  /** Roles in force, the owner's first. */
  roles: z.array(roleInShort),
  /** How many single permissions are switched on or off over the roles, notices not counted. */
  singlePermissions: z.int(),
  /** Names of the notices given one by one. */
  notices: z.array(z.string()),
  limitedToServices: z.boolean(),
  /** Whoever gave this access can no longer give it: they cannot join, or receive notices, until it is approved. */
  held: z.boolean(),
  endsAt: isoDateTime.nullable(),
  /** The open invitation, also when its time is over. */
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
  /** The reference of the request when staff gave it, and who asked. */
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

/** One permission of a person: whether they have it, on which condition, and why or why not. */
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
  services: z.array(z.object({ id, name: z.string() })).nullable(),
  noticesOff: z.array(z.string()),
  access: z.array(effectiveArea),
});

/** A person with everything that the viewer may know, and what the viewer may do about them. */
export const personDetail = personItem.extend({
  version,
  since: isoDateTime,
  details: details.nullable(),
  acts: z.array(z.enum(acts)),
  /** Why somebody who may change roles may not change this person's; null where they may. */
  locked: z.string().nullable(),
  /** Names of the notices that nobody else receives. */
  onlyRecipientOf: z.array(z.string()),
  /** Names of those they invited, or gave access to, who have not joined yet. */
  leftOpen: z.array(z.string()),
});
export type PersonDetail = z.infer<typeof personDetail>;

/** Where a person stands after a command. */
export const personState = z.object({ contactId: id, version });

const changeInWords = z.object({
  heading: z.string(),
  tone: z.enum(["gain", "loss"]),
  items: z.array(
    z.object({ permission: z.string(), name: z.string(), area: z.string(), condition: z.string().nullable() }),
  ),
});

/** What a change of access would do, in words, and why it cannot be made, if so. */
export const accessPreview = z.object({
  contactId: id.nullable(),
  name: z.string().nullable(),
  allowed: z.boolean(),
  refusal: z.object({ refusal: z.string(), sentence: z.string(), permission: z.string().nullable() }).nullable(),
  changes: z.array(changeInWords),
  /** What else is worth knowing before saving. */
  notes: z.array(z.string()),
  access: z.string(),
});
export type AccessPreview = z.infer<typeof accessPreview>;

const choosablePermission = z.object({
  permission: z.string(),
  name: z.string(),
  title: z.string(),
  /** Names of the roles that bring it. */
  roles: z.array(z.string()),
  /** Null where the viewer can give it, else why not. */
  locked: z.string().nullable(),
});

/** What the viewer can choose from when giving access. */
export const accessChoices = z.object({
  roles: z.array(z.object({ role: z.string(), name: z.string(), title: z.string(), locked: z.string().nullable() })),
  areas: z.array(z.object({ area: z.string(), name: z.string(), permissions: z.array(choosablePermission) })),
  services: z.array(z.object({ id, name: z.string() })),
});
export type AccessChoices = z.infer<typeof accessChoices>;

/** The notices that somebody without a login can be given. */
export const noticeChoices = z.object({ notices: z.array(choosablePermission) });
export type NoticeChoices = z.infer<typeof noticeChoices>;

export const requestStatus = z.enum(["open", "granted", "declined"]);

/** Somebody's request for a permission. */
export const permissionRequest = z.object({
  id,
  contactId: id,
  contactName: z.string(),
  permission: z.string(),
  permissionName: z.string(),
  permissionTitle: z.string(),
  message: z.string().nullable(),
  status: requestStatus,
  createdAt: isoDateTime,
  decidedByName: z.string().nullable(),
  decidedAt: isoDateTime.nullable(),
  /** Why the viewer cannot grant it; null where they can, or where it is answered. */
  locked: z.string().nullable(),
});
export type PermissionRequestItem = z.infer<typeof permissionRequest>;

/** One's own request. */
export const ownRequest = permissionRequest.pick({ id: true, permission: true, permissionName: true, createdAt: true });
