import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { lockDrafts, ownDrafts } from "./own-drafts";

interface TypedDraft {
  readonly subject?: string;
  readonly message: string;
  /** The version it was typed on; 0 if there was no draft. */
  readonly version: number;
}

/**
 * Saves what the viewer has typed so far, for a ticket or for a new one, and returns its version: 0 once nothing is left.
 * Throws `conflict` if it was changed or sent meanwhile, on another device.
 */
export async function writeDraft(
  context: Context<"account">,
  ticketId: string | null,
  { subject = "", message: body, version }: TypedDraft,
): Promise<number> {
  const { db, realNow: updatedAt } = context;
  await lockDrafts(context, ticketId);
  const own = ownDrafts(context, ticketId);
  const where = { ...own, sendAt: null, version };
  if (body === "" && subject === "") {
    const { count } = await db.ticketDraft.deleteMany({ where });
    if (count === 0 && version > 0) throw changedElsewhere();
    return 0;
  }
  const data = { subject, body, updatedAt };
  const { count } =
    version === 0
      ? await db.ticketDraft.createMany({ data: { ...own, ...data }, skipDuplicates: true })
      : await db.ticketDraft.updateMany({ where, data: { ...data, version: version + 1 } });
  if (count === 0) throw changedElsewhere();
  return version + 1;
}

const changedElsewhere = (): Problem =>
  new Problem("conflict", t("This draft was changed or sent elsewhere. Reload the page to see it."));
