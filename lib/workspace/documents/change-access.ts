import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireSame } from "./access-change";
import { accessInput, changingAccess } from "./changing-access";
import { nameOfFolder } from "./folder-record";
import { lockTree } from "./lock-tree";
import { notifyInvited } from "./notify-invited";
import { dropOwnList, setOwnList, takeFromDeleted } from "./set-own-list";

/** Gives a folder its own list, changes it, or lets the folder inherit again. */
export const changeAccess = defineCommand({
  name: "folders.change-access",
  permission: "documents.folders.change-access",
  scope: "account",
  alsoChecks: ["people.members.view"],
  summary: "Choose who has access to a folder",
  activity: "change the access of a folder",
  input: z.object({
    ...accessInput,
    token: z.string().max(64).optional().describe("Of the preview that was confirmed"),
  }),
  output: z.object({ id, lost: z.int(), gained: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/access" },
  run: async (context, { token, ...asked }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const { folder, people, list, governingId } = await changingAccess(context, asked);
    requireSame(people, token);
    if (list !== null) await setOwnList(context, { folderId: folder.id, people: list, viewOnly: asked.viewOnly });
    else await dropOwnList(context, { folderId: folder.id, governingId });
    await takeFromDeleted(
      context,
      folder.id,
      people.lose.map(({ contactId }) => contactId),
    );
    await notifyInvited(context, folder, people.gain);
    return {
      output: { id: folder.id, lost: people.lose.length, gained: people.gain.length },
      audit: {
        summary: say("Changed who has access to the folder “{name}”", { name: nameOfFolder(folder) }),
        target: { type: "folder", id: folder.id },
        details: { access: asked.access, lost: people.lose.length, gained: people.gain.length },
      },
    };
  },
});
