import { canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import type { Viewer } from "@/lib/policy/viewer";

/** An operation's scope: one account, the person themselves, or (staff, read-only) the register of accounts. */
export type Scope = "account" | "self" | "staff";

/**
 * Proof that a viewer holds a permission. Only the permission library can create one, and a scoped database is only
 * opened with one.
 */
export class Grant {
  readonly #viewer: Viewer;

  private constructor(
    viewer: Viewer,
    readonly permission: Permission,
    readonly scope: Scope,
    readonly accountId: string | null,
    readonly personId: string,
  ) {
    this.#viewer = viewer;
  }

  /** A grant, or null if the viewer holds the permission on no record at all. */
  static of(viewer: Viewer, permission: Permission, scope: Scope): Grant | null {
    if (!canSome(viewer, permission)) return null;
    const { accountId, personId } = viewer.subject;
    if (scope === "account" && accountId === null) return null;
    return new Grant(viewer, permission, scope, scope === "account" ? accountId : null, personId);
  }

  get viewer(): Viewer {
    return this.#viewer;
  }
}
