import { z } from "zod";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { interestData } from "./interest-data";
import { knownInterest } from "./interest-record";
import { interestId, interestInput, interestVersion } from "./schema";

/** Corrects an interest of one's own, or ends it. */
export const updateInterest = defineCommand({
  name: "interests.update",
  permission: "decisions.interests.declare",
  scope: "account",
  summary: "Correct or end an interest of one's own",
  activity: "update an interest",
  input: z.object({ interestId, version: interestVersion, ...interestInput }),
  output: z.object({ id: interestId }),
  http: { method: "PUT", path: "/accounts/{accountId}/interests/{interestId}" },
  run: async (context, { interestId: id, version, ...input }) => {
    const interest = await knownInterest(context, id);
    await authorize(context, "decisions.interests.declare", interest);
    const { count } = await context.db.interest.updateMany({
      where: accessibleWhere(context, "decisions.interests.declare", { id, version }),
      data: { ...interestData(input), version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return { output: { id }, audit: { summary: say("Updated an interest"), target: { type: "interest", id } } };
  },
});
