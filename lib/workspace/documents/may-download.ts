import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";

/** "View only" binds the people on a folder's list, not those who decide about lists. */
export const mayDownload = (
  { viewer }: Pick<Context, "viewer">,
  { viewOnly }: { readonly viewOnly: boolean },
): boolean => !viewOnly || canSome(viewer, "documents.folders.change-access");

/** @throws Problem `refused` in a folder that the viewer can only view */
export function requireDownload(context: Pick<Context, "viewer">, governing: { readonly viewOnly: boolean }): void {
  if (mayDownload(context, governing)) return;
  throw new Problem("refused", t("This folder is view only: its files can be read here, but not downloaded."));
}
