import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { shownDomain } from "./link-address";
import { linkInput } from "./schema";

/** Adds a link to the account's collection. */
export const addLink = defineCommand({
  name: "links.add",
  permission: "links.add",
  scope: "account",
  summary: "Add a link",
  activity: "add a link",
  input: z.object(linkInput),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/links", status: 201 },
  once: true,
  run: async ({ db, account, actor }, { title, url, description }) => {
    const added = { addedByContactId: actor.contactId, addedByName: actor.name };
    const link = await db.link.create({
      data: { accountId: account.id, title, url, domain: shownDomain(url), description, ...added },
      select: { id: true },
    });
    return {
      output: link,
      audit: { summary: say("Added the link {title}", { title }), target: { type: "link", id: link.id } },
    };
  },
});
