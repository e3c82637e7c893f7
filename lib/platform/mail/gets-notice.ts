import { canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import type { Viewer } from "@/lib/policy/viewer";
import { isOptionalNotice } from "./optional-notices";

interface Reader {
  readonly viewer: Viewer;
  /** Optional notifications they have turned off for themselves. */
  readonly noticesOff: readonly string[];
}

/**
 * Whether somebody gets a kind of notification now: their access includes it, and they haven't turned it off. Mail, bell and browsers
 * all ask this: when it is written, and again when it is sent.
 */
export const getsNotice = ({ viewer, noticesOff }: Reader, notice: Permission): boolean =>
  canSome(viewer, notice) && !(isOptionalNotice(notice) && noticesOff.includes(notice));
