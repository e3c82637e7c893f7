import type { AccountFacts } from "@/lib/platform/db/credential";
import type { LiveKind } from "@/lib/platform/operations/live-kind";
import { can } from "@/lib/policy/evaluate";
import { isPermission, type Permission } from "@/lib/policy/permissions";
import { rolesAllowing } from "@/lib/policy/roles-allowing";
import { staffViewer } from "@/lib/policy/staff-viewer";
import type { Viewer } from "@/lib/policy/viewer";
import type { Follower } from "./follower";

interface Place {
  readonly account: AccountFacts;
  readonly now: Date;
}

/** The viewer that decides about records of this account: staff who follow all accounts have been read without any. */
export const viewerOn = ({ viewer, personId, accountId }: Follower, { account, now }: Place): Viewer =>
  accountId === null
    ? staffViewer({ personId, staffRoles: viewer.subject.staffRoles, suspended: false }, account, now)
    : viewer;

/** Whether the viewer may learn that this record was changed under the permission `by`. */
export function mayBeTold(viewer: Viewer, { permission, openly = [] }: LiveKind, by: string, record: object): boolean {
  if (!can(viewer, permission as never, record as never)) return false;
  if (!isPermission(by)) return viewer.subject.staffRoles.length > 0;
  return isOpen(by, openly) || can(viewer, by as never, record as never);
}

const isOpen = (by: Permission, openly: readonly Permission[]): boolean =>
  openly.includes(by) || rolesAllowing(by).length > 0;
