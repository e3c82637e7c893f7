import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Ends the look of this session. Executed as the person who signed in, since a look itself changes nothing. */
export const endLook = defineCommand({
  name: "looks.end",
  permission: "account.view",
  alsoNeeds: ["profile.manage"],
  scope: "account",
  unlisted: "shows-nothing",
  outsideLook: true,
  summary: "Stop viewing the portal as a member",
  activity: "stop viewing the portal as a member",
  input: z.object({}),
  output: z.object({ ended: z.boolean(), contactId: id.nullable() }),
  http: { method: "DELETE", path: "/accounts/{accountId}/looks/own" },
  run: async ({ db, account, actor, realNow: now }) => {
    const mine = { accountId: account.id, sessionId: actor.credentialId, endedAt: null };
    const [look] = await db.contactLook.updateManyAndReturn({
      where: mine,
      data: { endedAt: now },
      select: { contact: { select: { id: true, name: true } } },
    });
    if (look === undefined) return { output: { ended: false, contactId: null }, audit: null };
    const { id: contactId, name } = look.contact;
    return {
      output: { ended: true, contactId },
      audit: {
        summary: say("Stopped viewing the portal as {name}", { name }),
        target: { type: "contact", id: contactId },
        permission: "people.members.look-as",
      },
    };
  },
});
