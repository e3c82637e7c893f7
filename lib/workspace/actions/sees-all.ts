import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { Viewer } from "@/lib/policy/viewer";

/** Whether somebody sees actions that are assigned to others. Of those they are recused from they see none. */
export const seesWhoeverIsAssigned = (viewer: Viewer): boolean =>
  can(viewer, "actions.view", { assignments: [], recusals: [] });

/** How many actions the viewer is kept out of because they are recused from an agenda item. */
export async function recusedFrom({ db, account, viewer }: Context<"account">): Promise<number> {
  const { contactId } = viewer;
  return contactId === null ? 0 : db.actionRecusal.count({ where: { accountId: account.id, contactId } });
}
