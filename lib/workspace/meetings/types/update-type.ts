import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id, version } from "@/lib/platform/kernel/ids";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { sameName } from "./create-type";
import { typeFields } from "./type-fields";

/** Changes a meeting type. Meetings that exist keep their agenda. */
export const updateType = defineCommand({
  name: "meetings.update-type",
  permission: "meetings.types.update",
  scope: "account",
  summary: "Change a meeting type",
  activity: "change a meeting type",
  input: z.object({ typeId: id, version, ...typeFields }),
  output: z.object({ id }),
  http: { method: "PUT", path: "/accounts/{accountId}/meeting-types/{typeId}" },
  run: async ({ db, account }, { typeId, version, ...data }) => {
    const where = { accountId: account.id, id: typeId, retired: false };
    if ((await db.meetingType.count({ where })) === 0) throw notFound(t("Meeting type not found."));
    const { count } = await db.meetingType
      .updateMany({ where: { ...where, version }, data: { ...data, version: version + 1 } })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? sameName() : error;
      });
    if (count === 0) throw staleVersion();
    return {
      output: { id: typeId },
      audit: {
        summary: say('Changed the meeting type "{name}"', { name: data.name }),
        target: { type: "meetingType", id: typeId },
      },
    };
  },
});
