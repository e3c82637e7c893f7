import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { visibleLink } from "./link-record";

/** Deletes a link from the account's collection. */
export const deleteLink = defineCommand({
  name: "links.delete",
  permission: "links.delete",
  alsoChecks: ["links.search"],
  scope: "account",
  summary: "Delete a link",
  activity: "delete a link",
  input: z.object({ linkId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/links/{linkId}" },
  run: async (context, { linkId }) => {
    const link = await visibleLink(context, linkId);
    await authorize(context, "links.delete", link);
    const where = accessibleWhere(context, "links.delete", { id: linkId });
    const { count } = await context.db.link.deleteMany({ where });
    if (count === 0) throw notFound(t("Link not found."));
    return {
      output: { id: linkId },
      audit: { summary: say("Deleted the link {title}", { title: link.title }), target: { type: "link", id: linkId } },
    };
  },
});
