import { z } from "zod";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { isLastRecipient } from "@/lib/platform/mail/last-recipient";
import { isOptionalNotice, notices } from "@/lib/platform/mail/optional-notices";
import { defineCommand } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { entryOf, isPermission, type Permission } from "@/lib/policy/permissions";

/**
 * Chooses which optional notices one gets of an account: of those that one's access brings, the listed ones stay on and
 * the others go off. What is said of the others stays as it was, for a role that comes back.
 */
export const chooseNotices = defineCommand({
  name: "profile.choose-notices",
  permission: "profile.manage",
  scope: "account",
  lockAccount: true,
  summary: "Choose which notifications you get for an account",
  activity: "change notification settings",
  input: z.object({
    wanted: z
      .array(z.string().refine((key) => isPermission(key) && notices.includes(key), "There is no such notice."))
      .max(notices.length),
  }),
  output: z.object({ noticesOff: z.array(z.string()) }),
  http: { method: "PUT", path: "/accounts/{accountId}/my-notices" },
  run: async ({ db, viewer, actor, account, people }, { wanted }) => {
    const own = { accountId: account.id, personId: actor.personId, status: { not: "removed" } } as const;
    const contact = await db.contact.findFirst({ where: own, select: { id: true, noticesOff: true } });
    if (contact === null) throw notFound("You are no contact of this account.");
    const isOff = (notice: Permission): boolean =>
      canSome(viewer, notice) ? !wanted.includes(notice) : contact.noticesOff.includes(notice);
    const noticesOff = notices.filter((notice) => isOptionalNotice(notice) && isOff(notice));
    const everybody = await people();
    const alone = notices.find((notice) => isOff(notice) && isLastRecipient(everybody, notice, contact.id));
    if (alone) {
      const why = "You are the last person who gets them. Somebody else has to get them first.";
      throw invalidField("wanted", `${entryOf(alone).name}: ${why}`);
    }
    await db.contact.updateMany({ where: own, data: { noticesOff } });
    return { output: { noticesOff }, audit: { summary: "Chose which notices they get" } };
  },
});
