import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { foldersAbove, MOST_FOLDERS, requireDepth } from "./folder-lines";
import { requireFreeName } from "./folder-name-free";
import { visibleFolder } from "./folder-record";
import { listOf } from "./list-people";
import { lockTree } from "./lock-tree";
import { positionOfFolder } from "./next-position";
import { contactIds, folderName } from "./schema";
import { setOwnList } from "./set-own-list";

/**
 * Creates a folder, with its own list from the first moment if it is to have one. Who may not change access chooses from
 * those who have access to the folder it is created in: nobody gets access by it who had none.
 */
export const createFolder = defineCommand({
  name: "folders.create",
  permission: "documents.folders.create",
  scope: "account",
  alsoChecks: ["people.members.view"],
  summary: "Create a folder, and choose who has access to it",
  activity: "create a folder",
  input: z.object({
    parentId: id.describe("The folder it is in"),
    name: folderName,
    access: z.enum(["inherit", "own"]).default("inherit"),
    people: contactIds.default([]).describe("The people on its own list"),
    viewOnly: z.boolean().default(false).describe("They can't download its files"),
  }),
  output: z.object({ id, name: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/folders", status: 201 },
  run: async (context, { parentId, name, access, people, viewOnly }) => {
    const { db, account, actor } = context;
    await lockTree(db, account.id);
    const parent = await visibleFolder(context, parentId);
    await authorize(context, "documents.folders.create", parent);
    const list = access === "own" ? await chosenList(context, parent.governingId, people) : null;
    await requireRoom(context, parentId);
    await requireFreeName(context, { folderId: parentId, name });
    const position = await positionOfFolder(context, parentId);
    const data = { accountId: account.id, parentId, name, position, createdByName: actor.name };
    const folder = await db.folder.create({ data: { ...data, governingId: parent.governingId }, select: { id: true } });
    if (list !== null) await setOwnList(context, { folderId: folder.id, people: list, viewOnly });
    return {
      output: { id: folder.id, name },
      audit: { summary: say("Created the folder “{name}”", { name }), target: { type: "folder", id: folder.id } },
    };
  },
});

async function chosenList(
  context: Context<"account">,
  governingId: string,
  people: readonly string[],
): Promise<string[]> {
  const { viewer } = context;
  const chosen = (await chosenParticipants(context, "people", people)).map(({ id }) => id);
  if (canSome(viewer, "documents.folders.change-access")) return chosen;
  const above = new Set(await listOf(context, governingId));
  if (!chosen.every((one) => above.has(one))) {
    throw invalidField("people", t("Choose from the people who have access to the folder above."));
  }
  return viewer.contactId === null ? chosen : [...new Set([...chosen, viewer.contactId])];
}

async function requireRoom({ db, account }: Context<"account">, parentId: string): Promise<void> {
  const above = await foldersAbove(db, { accountId: account.id, folderId: parentId });
  requireDepth(above.length, 1);
  const count = await db.folder.count({ where: { accountId: account.id } });
  if (count < MOST_FOLDERS) return;
  throw new Problem("conflict", t("An account can have up to {count} folders.", { count: MOST_FOLDERS }));
}
