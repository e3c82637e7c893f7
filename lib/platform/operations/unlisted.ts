import type { Permission } from "@/lib/policy/permissions";

/**
 * Why no line is kept when a member of staff executes an operation on an account, and no reason is asked for: it is itself in the list
 * of staff access; it shows what staff found the account by; it shows nothing; it is about whoever asks; or staff write it for each
 * other.
 */
export type Unlisted = "in-the-list" | "known-from-search" | "shows-nothing" | "personal" | "internal";

/** What an operation says of itself that decides it. */
interface Declared {
  readonly permission: Permission;
  readonly unlisted?: Unlisted;
}

/** Null for all that shows or changes something of the customer's. A test names every operation of which it isn't. */
export function whyUnlisted({ unlisted, permission }: Declared): Unlisted | null {
  if (unlisted !== undefined) return unlisted;
  if (permission === "profile.manage") return "personal";
  return permission === INTERNAL ? "internal" : null;
}

/** As in the activity log: notes, tags and canned replies aren't the customer's records. The ticket itself is listed. */
const INTERNAL = "support.tickets.note";
