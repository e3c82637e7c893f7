import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { organisationsIn } from "@/lib/workspace/core/organisations-in";
import { recusableFolder, targetOfFolder } from "./recusable-folder";

/** Names the organisations that a folder is about, in the place of those named before: interests in them are proposed as reasons. */
export const tagFolder = defineCommand({
  name: "folders.tag",
  permission: "documents.folders.change-access",
  scope: "account",
  summary: "Name the organisations that a folder is about",
  activity: "name what a folder is about",
  input: z.object({ folderId: id, organisations: z.string().max(6_500).describe("One on each line") }),
  output: z.object({ id }),
  http: { method: "PUT", path: "/accounts/{accountId}/folders/{folderId}/organisations" },
  run: async (context, { folderId, organisations }) => {
    await recusableFolder(context, folderId);
    const of = { accountId: context.account.id, folderId };
    const named = organisationsIn(organisations);
    await context.db.folderOrganisation.deleteMany({ where: of });
    await context.db.folderOrganisation.createMany({ data: named.map((one) => ({ ...of, ...one })) });
    return {
      output: { id: folderId },
      audit: { summary: say("Changed what a folder is about"), target: targetOfFolder(folderId) },
    };
  },
});
