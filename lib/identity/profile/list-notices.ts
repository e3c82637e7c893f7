import { z } from "zod";
import { type OwnNotices, ownNoticesSchema } from "@/lib/identity/core/schema";
import type { Membership } from "@/lib/platform/db/load-memberships";
import { pageInput, pageOf, pageOfAll } from "@/lib/platform/kernel/page";
import { isOptionalNotice, notices } from "@/lib/platform/mail/optional-notices";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { nameOf, titleOf } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";

/** For each account, the notifications the person's access includes, and whether they are on. */
export const listNotices = defineQuery({
  name: "profile.list-notices",
  permission: "profile.manage",
  scope: "self",
  summary: "List the notifications you get",
  activity: "view notification settings",
  input: z.object(pageInput),
  output: pageOf(ownNoticesSchema),
  http: { method: "GET", path: "/me/notices" },
  run: async ({ memberships }, { page }) => {
    const accounts = (await memberships()).map(toOwnNotices);
    return pageOfAll(
      accounts.filter((one) => one.notices.length > 0),
      page,
    );
  },
});

function toOwnNotices({ account, noticesOff, subject }: Membership): OwnNotices {
  const viewer = viewerOf(subject);
  return {
    accountId: account.id,
    accountName: account.name,
    notices: notices
      .filter((notice) => isOffered(notice) && canSome(viewer, notice))
      .map((notice) => ({
        notice,
        name: nameOf(notice),
        title: titleOf(notice),
        on: !(isOptionalNotice(notice) && noticesOff.includes(notice)),
        optional: isOptionalNotice(notice),
      })),
  };
}
