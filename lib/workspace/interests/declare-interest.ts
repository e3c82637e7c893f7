import { z } from "zod";
import { say } from "@/lib/platform/language/say";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { interestData } from "./interest-data";
import { interestId, interestInput } from "./schema";

/** Declares an interest of one's own. Owner and administrators see it, and the chairs of decisions about that organisation. */
export const declareInterest = defineCommand({
  name: "interests.declare",
  permission: "decisions.interests.declare",
  scope: "account",
  summary: "Declare an interest of one's own",
  activity: "declare an interest",
  input: z.object(interestInput),
  output: z.object({ id: interestId }),
  http: { method: "POST", path: "/accounts/{accountId}/interests", status: 201 },
  once: true,
  run: async (context, input) => {
    const { db, account, actor, realNow: createdAt } = context;
    const contactId = actor.contactId ?? "";
    await authorize(context, "decisions.interests.declare", { contactId });
    const data = { accountId: account.id, contactId, createdAt, ...interestData(input) };
    const output = await db.interest.create({ data, select: { id: true } });
    return {
      output,
      audit: { summary: say("Declared an interest"), target: { type: "interest", id: output.id } },
    };
  },
});
