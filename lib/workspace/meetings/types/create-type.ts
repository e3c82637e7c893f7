import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { MOST_TYPES, typeFields } from "./type-fields";

export const createType = defineCommand({
  name: "meetings.create-type",
  permission: "meetings.types.update",
  scope: "account",
  summary: "Create a meeting type",
  activity: "create a meeting type",
  input: z.object(typeFields),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/meeting-types", status: 201 },
  run: async ({ db, account }, input) => {
    if ((await db.meetingType.count({ where: { accountId: account.id, retired: false } })) >= MOST_TYPES)
      throw invalidField("name", t("An account can have up to 50 meeting types."));
    const data = { ...input, accountId: account.id };
    const { id: typeId } = await db.meetingType.create({ data, select: { id: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? sameName() : error;
    });
    return {
      output: { id: typeId },
      audit: {
        summary: say('Created the meeting type "{name}"', { name: input.name }),
        target: { type: "meetingType", id: typeId },
      },
    };
  },
});

/** Of two types with one name. */
export const sameName = () => invalidField("name", t("There is already a meeting type with this name."));
