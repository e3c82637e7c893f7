import { canSome } from "@/lib/policy/evaluate";
import type { Viewer } from "@/lib/policy/viewer";
import type { AnyOperation } from "./operation";

/**
 * Whether the viewer may ask each of these operations at all: for menus and buttons, so that none leads to a refusal.
 * Over which records is for the operation to say.
 */
export const mayExecute = (viewer: Viewer, ...operations: readonly AnyOperation[]): boolean =>
  operations.every(({ permission, alsoNeeds = [] }) => [permission, ...alsoNeeds].every((one) => canSome(viewer, one)));

/** Whether the viewer also holds what the operation asks beside, and so gets all that it can answer. */
export const mayExecuteInFull = (viewer: Viewer, operation: AnyOperation): boolean =>
  mayExecute(viewer, operation) && (operation.alsoAsks ?? []).every((one) => canSome(viewer, one));
