import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

/** An account the person belongs to, as they see it. */
export const ownAccountSchema = z.object({
  id,
  number: z.string(),
  name: z.string(),
  contactId: id,
  since: isoDateTime.describe("When they were added to it"),
  /** `suspended` and `ended` are about the person's access; `closed` is about the account. */
  standing: z.enum(["open", "closed", "suspended", "ended"]),
  /** Names of the roles held there now. */
  roles: z.array(z.string()),
  /** The same for display: "Billing and Support", "Custom". */
  rolesInWords: z.string(),
});

export type OwnAccount = z.infer<typeof ownAccountSchema>;

/** A pending email change, which one or both addresses still have to confirm. */
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
  /** The current session. */
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

/** A permission the person holds and can grant to a token. */
export const heldPermissionSchema = z.object({
  permission: z.string(),
  area: z.string(),
  name: z.string(),
  title: z.string(),
});

export type HeldPermission = z.infer<typeof heldPermissionSchema>;

/** The notifications a person gets for one account, and those they turned off. */
export const ownNoticesSchema = z.object({
  accountId: id,
  accountName: z.string(),
  notices: z.array(
    z.object({
      notice: z.string(),
      name: z.string(),
      title: z.string(),
      on: z.boolean(),
      /** Can be turned off. */
      optional: z.boolean(),
    }),
  ),
});

export type OwnNotices = z.infer<typeof ownNoticesSchema>;
