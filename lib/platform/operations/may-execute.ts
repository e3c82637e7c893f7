import { canSome } from "@/lib/policy/evaluate";
import type { Viewer } from "@/lib/policy/viewer";
import type { AnyOperation } from "./operation";
import { isOpenInLook } from "./refuse-in-look";

/**
 * Whether the viewer may execute each of these operations at all: for menus and buttons, so that none leads to a
 * denial. The operation decides on which records.
 */
export const mayExecute = (viewer: Viewer, ...operations: readonly AnyOperation[]): boolean =>
  operations.every(
    (operation) =>
      (viewer.looker === null || isOpenInLook(operation)) &&
      [operation.permission, ...(operation.alsoNeeds ?? [])].every((one) => canSome(viewer, one)),
  );

/** Whether the viewer also holds the operation's further permissions, and so gets its full result. */
export const mayExecuteInFull = (viewer: Viewer, operation: AnyOperation): boolean =>
  mayExecute(viewer, operation) && (operation.alsoChecks ?? []).every((one) => canSome(viewer, one));
