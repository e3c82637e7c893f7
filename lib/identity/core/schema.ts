import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

/** One of the accounts a person is a contact of, as they see it themselves. */
export const ownAccountSchema = z.object({
  id,
  number: z.string(),
  name: z.string(),
  contactId: id,
  since: isoDateTime.describe("When they were put on it"),
  /** `suspended` and `ended` are the person's own standing there; `closed` is the account's. */
  standing: z.enum(["open", "closed", "suspended", "ended"]),
  /** Names of the roles held there now. */
  roles: z.array(z.string()),
  /** The same for people: "Billing and Support", "Single permissions". */
  rolesInWords: z.string(),
});

export type OwnAccount = z.infer<typeof ownAccountSchema>;

/** A change of address that waits for one or both addresses to confirm it. */
export const emailChangeSchema = z.object({
  newEmail: z.string(),
  oldConfirmed: z.boolean(),
  newConfirmed: z.boolean(),
  expiresAt: isoDateTime,
});

export const profileSchema = z.object({
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  locale: z.string(),
  timeZone: z.string(),
  version: z.int(),
  emailChange: emailChangeSchema.nullable(),
});

export type Profile = z.infer<typeof profileSchema>;

export const sessionSchema = z.object({
  id,
  /** "Firefox on Windows". */
  device: z.string(),
  /** Where it was opened from. */
  ip: z.string(),
  openedAt: isoDateTime,
  /** To within five minutes. */
  lastSeenAt: isoDateTime,
  /** The one that asks. */
  current: z.boolean(),
});

export type OwnSession = z.infer<typeof sessionSchema>;

export const tokenSchema = z.object({
  id,
  name: z.string(),
  /** Its first characters, to tell tokens apart. */
  prefix: z.string(),
  permissions: z.array(z.string()),
  createdAt: isoDateTime,
  expiresAt: isoDateTime,
  expired: z.boolean(),
  lastUsedAt: isoDateTime.nullable(),
});

export type OwnToken = z.infer<typeof tokenSchema>;

/** A permission that the person holds on some account, or over themselves, and may hand to a token. */
export const heldPermissionSchema = z.object({
  permission: z.string(),
  area: z.string(),
  name: z.string(),
  title: z.string(),
});

export type HeldPermission = z.infer<typeof heldPermissionSchema>;

/** The notices that a person gets on one account, and those they have turned off there. */
export const ownNoticesSchema = z.object({
  accountId: id,
  accountName: z.string(),
  notices: z.array(
    z.object({
      notice: z.string(),
      name: z.string(),
      title: z.string(),
      on: z.boolean(),
      /** May be turned off. */
      optional: z.boolean(),
    }),
  ),
});

export type OwnNotices = z.infer<typeof ownNoticesSchema>;
