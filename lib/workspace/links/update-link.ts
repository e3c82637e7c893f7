import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { shownDomain } from "./link-address";
import { visibleLink } from "./link-record";
import { linkInput } from "./schema";

/** Changes a link. */
export const updateLink = defineCommand({
  name: "links.update",
  permission: "links.update",
  alsoChecks: ["links.search"],
  scope: "account",
  summary: "Edit a link",
  activity: "edit a link",
  input: z.object({ linkId: id, version, ...linkInput }),
  output: z.object({ id, version }),
  http: { method: "PATCH", path: "/accounts/{accountId}/links/{linkId}" },
  run: async (context, { linkId, version: seen, title, url, description }) => {
    await authorize(context, "links.update", await visibleLink(context, linkId));
    const { count } = await context.db.link.updateMany({
      where: accessibleWhere(context, "links.update", { id: linkId, version: seen }),
      data: { title, url, domain: shownDomain(url), description, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { id: linkId, version: seen + 1 },
      audit: { summary: say("Edited the link {title}", { title }), target: { type: "link", id: linkId } },
    };
  },
});
