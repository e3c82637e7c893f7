import { canSome, meetsMask } from "./evaluate";
import { sentenceOfNo, sentenceOfYes } from "./explanation";
import { grantorsOf, type Other } from "./grantors";
import { maskAt } from "./permission-masks";
import type { Permission } from "./permissions";
import { type Reason, reasonsFor } from "./reasons";
import type { Viewer } from "./viewer";

export interface Explanation {
  allowed: boolean;
  permission: Permission;
  /** The facts, for programs: what gives it, what takes it away, what it depends on. */
  because: Reason[];
  /** The same for people. */
  sentence: string;
  /** The names of those of `others` who could make it possible; none for a viewer who may not see members. */
  grantors: string[];
}

/**
 * Why the viewer may or may not do this: the same answer as `can`, with its reasons. Without a record it answers for
 * some record, as `canSome` does, and says on what it depends. `others` are those people of the account who can sign
 * in: among them it looks for those who could help.
 */
export function explain(
  viewer: Viewer,
  permission: Permission,
  record?: object,
  others?: readonly Other[],
): Explanation {
  const mask = maskAt(viewer.cells, permission);
  const allowed = record ? meetsMask(viewer, permission, mask, record) : mask !== 0;
  const because = reasonsFor(viewer, permission, record);
  if (allowed) {
    return { allowed, permission, because, sentence: sentenceOfYes(because), grantors: [] };
  }
  // Nobody on an account gives anything to those who are not on it.
  const asked = others ?? (viewer.contactId === null ? [] : null);
  const grantors = asked && grantorsOf(viewer, permission, record, because, asked);
  const named = canSome(viewer, "people.members.view");
  const sentence = sentenceOfNo(permission, because, grantors, named);
  return { allowed, permission, because, sentence, grantors: named ? (grantors ?? []) : [] };
}
