import { can } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { type Subject, type Viewer, viewerOf } from "@/lib/policy/viewer";

/** `can` for a permission known only at run time. */
export const ask = can as unknown as (viewer: Viewer, permission: Permission, record?: object) => boolean;

export const may = (subject: Subject, permission: Permission, record: object): boolean =>
  ask(viewerOf(subject), permission, record);
