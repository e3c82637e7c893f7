import { canAsked, canSome } from "./evaluate";
import { sentenceOfNo, sentenceOfYes } from "./explanation";
import { grantorsOf, type Other } from "./grantors";
import type { Permission } from "./permissions";
import { type Reason, reasonsFor } from "./reasons";
import type { Viewer } from "./viewer";

export interface Explanation {
  allowed: boolean;
  permission: Permission;
  /** The facts, for programs: what grants it, what removes it, its conditions. */
  because: Reason[];
  /** The same as a sentence for people. */
  sentence: string;
  /** Names of those `others` who could make it possible; empty for viewers who may not see members. */
  grantors: string[];
}

/**
 * Why the viewer may or may not do this: the same answer as `can`, with reasons. Without a record it answers like
 * `canSome` and names the conditions. `others` are the people on the account who can sign in, among whom it looks for
 * those who could help.
 */
export function explain(
  viewer: Viewer,
  permission: Permission,
  record?: object,
  others?: readonly Other[],
): Explanation {
  const allowed = record ? canAsked(viewer, permission, record) : canSome(viewer, permission);
  const because = reasonsFor(viewer, permission, record);
  if (allowed) {
    return { allowed, permission, because, sentence: sentenceOfYes(because), grantors: [] };
  }
  // People on an account can't grant anything to people who aren't on it.
  const asked = others ?? (viewer.contactId === null ? [] : null);
  const grantors = asked && grantorsOf(viewer, permission, record, because, asked);
  const named = canSome(viewer, "people.members.view");
  const sentence = sentenceOfNo(permission, because, { grantors, named, staffRoles: viewer.subject.staffRoles });
  return { allowed, permission, because, sentence, grantors: named ? (grantors ?? []) : [] };
}
