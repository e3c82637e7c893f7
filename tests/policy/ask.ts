import { can } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { type Subject, type Viewer, viewerOf } from "@/lib/policy/viewer";

/** `can` for a permission that is not known before the test runs, and so not to the compiler either. */
export const ask = can as unknown as (viewer: Viewer, permission: Permission, record?: object) => boolean;

export const may = (subject: Subject, permission: Permission, record: object): boolean =>
  ask(viewerOf(subject), permission, record);
