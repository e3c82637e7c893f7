import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Deletes a file. If it is still being prepared, the worker notices within seconds that it is gone and stops. */
export const deleteExport = defineCommand({
  name: "exports.delete",
  permission: "profile.manage",
  scope: "self",
  summary: "Cancel or delete one of your files prepared in the background",
  activity: "delete a prepared file",
  input: z.object({ exportId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/me/exports/{exportId}" },
  run: async ({ db, actor, viewer }, { exportId }) => {
    const tokenId = viewer.subject.gates.tokenPermissions === null ? null : actor.credentialId;
    const { count } = await db.export.deleteMany({ where: { id: exportId, personId: actor.personId, tokenId } });
    if (count === 0) throw notFound(t("File not found. It may have expired."));
    const audit = { summary: say("Deleted a prepared file"), target: { type: "export", id: exportId } };
    return { output: { id: exportId }, audit };
  },
});
