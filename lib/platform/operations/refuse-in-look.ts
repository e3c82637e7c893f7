import type { OpenLook } from "@/lib/platform/db/load-subject";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { AnyOperation } from "./operation";

/**
 * Whether an operation may run while somebody looks as another person: it only reads, leaves no entry of its own in the activity
 * log, hands out no file and asks nobody outside.
 */
export const isOpenInLook = (operation: AnyOperation): boolean =>
  operation.kind === "query" &&
  operation.logged === undefined &&
  operation.after === undefined &&
  !isSaved(operation.http.file);

/** Whether a file is for keeping, unlike a picture that a page shows. */
const isSaved = (file: AnyOperation["http"]["file"]): boolean => file !== undefined && saved.has(file);

const saved: ReadonlySet<string> = new Set([
  "text/csv",
  "application/pdf",
  "application/zip",
  "application/octet-stream",
]);

/** Refuses what a look is not for, whatever the person that is looked as may do. */
export function refuseInLook(operation: AnyOperation, name: string): void {
  if (isOpenInLook(operation)) return;
  throw new Problem("refused", sentenceOf(operation, name), { reason: "looking", permission: operation.permission });
}

const sentenceOf = ({ kind }: AnyOperation, name: string): string =>
  kind === "command"
    ? t("You're viewing the portal as {name}, so nothing can be changed. Leave the view first.", { name })
    : t("You're viewing the portal as {name}, so files can't be downloaded. Leave the view first.", { name });

/** A sign-in that looks at one account does nothing else meanwhile: neither there nor on its own behalf. */
export const looksElsewhere = ({ accountId }: OpenLook): Problem =>
  new Problem(
    "refused",
    t("You're viewing the portal as someone else. Leave that view to continue here as yourself."),
    { reason: "looking", lookAccountId: accountId },
  );
