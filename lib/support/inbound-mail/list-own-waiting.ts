import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { mayWriteTo } from "./accounts-to-write-to";
import { MOST_CHOICES, mailDepartment, ownWaiting } from "./schema";

/** One's own emails that wait until one says which account they are about. */
export const listOwnWaiting = defineQuery({
  name: "inbound-mail.list-own-waiting",
  permission: "profile.manage",
  scope: "self",
  summary: "List your own emails that wait for you to choose an account",
  activity: "view own emails that wait",
  input: z.object(pageInput),
  output: pageOf(ownWaiting),
  http: { method: "GET", path: "/me/emails" },
  run: async ({ db, actor, memberships }, { page }) => {
    const where = { askedId: actor.personId, outcome: "waiting" };
    const [found, total, places] = await Promise.all([
      db.inboundMail.findMany({
        where,
        select: { id: true, subject: true, department: true, receivedAt: true },
        orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
        ...pageSlice(page),
      }),
      db.inboundMail.count({ where, ...countedBy({ receivedAt: "desc" as const }) }),
      memberships(),
    ]);
    const items = found.map(({ id, subject, department, receivedAt }) => {
      const open = places.filter((place) => mayWriteTo(place, mailDepartment.parse(department)));
      const accounts = open.slice(0, MOST_CHOICES).map(({ account }) => ({ id: account.id, name: account.name }));
      return { id, subject: subject ?? "", receivedAt: iso(receivedAt), accounts };
    });
    return pageResult(items, total, page);
  },
});
