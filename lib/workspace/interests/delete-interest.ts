import { z } from "zod";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { interestNotFound, knownInterest } from "./interest-record";
import { interestId } from "./schema";

/** Deletes an interest that was declared by mistake. One that is over is given its last day instead. */
export const deleteInterest = defineCommand({
  name: "interests.delete",
  permission: "decisions.interests.declare",
  scope: "account",
  summary: "Delete an interest that was declared by mistake",
  activity: "delete an interest",
  input: z.object({ interestId }),
  output: z.object({ id: interestId }),
  http: { method: "DELETE", path: "/accounts/{accountId}/interests/{interestId}" },
  run: async (context, { interestId: id }) => {
    const interest = await knownInterest(context, id);
    await authorize(context, "decisions.interests.declare", interest);
    const where = accessibleWhere(context, "decisions.interests.declare", { id });
    const { count } = await context.db.interest.deleteMany({ where });
    if (count === 0) throw interestNotFound();
    return { output: { id }, audit: { summary: say("Deleted an interest"), target: { type: "interest", id } } };
  },
});
