import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Takes a meeting type out of use. Its meetings, which may be signed, stay as they are and keep its name. */
export const deleteType = defineCommand({
  name: "meetings.delete-type",
  permission: "meetings.types.update",
  scope: "account",
  summary: "Delete a meeting type; its meetings keep its name",
  activity: "delete a meeting type",
  input: z.object({ typeId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/meeting-types/{typeId}" },
  run: async ({ db, account }, { typeId }) => {
    const where = { accountId: account.id, id: typeId, retired: false };
    const type = await db.meetingType.findFirst({ where, select: { name: true } });
    const { count } = await db.meetingType.updateMany({ where, data: { retired: true } });
    if (type === null || count === 0) throw notFound(t("Meeting type not found."));
    return {
      output: { id: typeId },
      audit: {
        summary: say('Deleted the meeting type "{name}"', { name: type.name }),
        target: { type: "meetingType", id: typeId },
      },
    };
  },
});
