import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { RecordPermission } from "@/lib/policy/needs";
import type { Permission } from "@/lib/policy/permissions";
import type { Select } from "@/lib/policy/select";

/** A kind of record of whose changes open pages are told: only that it has changed, and only those who may see it. */
export interface LiveKind {
  /** The type of target under which its commands are logged. */
  readonly kind: string;
  /** Who may see it. */
  readonly permission: RecordPermission;
  /**
   * Permissions of staff whose use shows on the customer's page. Of what staff do under others that no contact can
   * hold, such as internal notes, only those are told who hold that permission themselves.
   */
  readonly openly?: readonly Permission[];
  /** These records, with the fields that the checks read. */
  readonly rows: (db: ScopedDb, ids: string[], select: Select) => PromiseLike<readonly { readonly id: string }[]>;
}
