import { canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import type { Viewer } from "@/lib/policy/viewer";

/** What an operation reaches: one account, the person themselves, or (staff, reading only) the register of accounts. */
export type Scope = "account" | "self" | "staff";

/**
 * The proof that a viewer holds a permission. It cannot be made any other way than by asking the permission library,
 * and the door opens for nothing else.
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

  /** A grant, or null when the viewer holds the permission over no record at all. */
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
