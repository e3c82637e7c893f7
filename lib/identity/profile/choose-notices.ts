import { z } from "zod";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { isLastRecipient } from "@/lib/platform/mail/last-recipient";
import { isOptionalNotice, notices } from "@/lib/platform/mail/optional-notices";
import { defineCommand } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { isPermission, nameOf, type Permission } from "@/lib/policy/permissions";

/**
 * Chooses which optional notifications the person gets for an account. Of those their access includes, listed ones are
 * turned on and the others off. Settings for all other notifications are kept, in case a role comes back.
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
      .array(z.string().refine((key) => isPermission(key) && notices.includes(key), issue("Unknown notification.")))
      .max(notices.length),
  }),
  output: z.object({ noticesOff: z.array(z.string()) }),
  http: { method: "PUT", path: "/accounts/{accountId}/my-notices" },
  run: async ({ db, viewer, actor, account, people }, { wanted }) => {
    const own = { accountId: account.id, personId: actor.personId, status: { not: "removed" } } as const;
    const contact = await db.contact.findFirst({ where: own, select: { id: true, noticesOff: true } });
    if (contact === null) throw notFound(t("You don't belong to this account."));
    const isOff = (notice: Permission): boolean =>
      canSome(viewer, notice) ? !wanted.includes(notice) : contact.noticesOff.includes(notice);
    const noticesOff = notices.filter((notice) => isOptionalNotice(notice) && isOff(notice));
    const everybody = await people();
    const alone = notices.find((notice) => isOff(notice) && isLastRecipient(everybody, notice, contact.id));
    if (alone) {
      throw invalidField(
        "wanted",
        t("{notice}: You're the only recipient. Add another recipient first.", { notice: nameOf(alone) }),
      );
    }
    await db.contact.updateMany({ where: own, data: { noticesOff } });
    return { output: { noticesOff }, audit: { summary: say("Changed their notification settings") } };
  },
});
