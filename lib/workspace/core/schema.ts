import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";

const onlooker = z.object({
  /** Of the contact. */
  id,
  name: z.string(),
  why: z.string().describe("Which role or permission allows it and which condition is met, or what prevents it"),
  surprise: z.string().nullable().describe("What whoever publishes may not expect of this person"),
});

/** Who will see a record, and who was invited to it and will not. */
export const audienceOutput = z.object({
  readers: z.array(onlooker),
  shutOut: z.array(onlooker),
  complete: z.boolean().describe("False if the account has more people than were looked at"),
});

export type Audience = z.output<typeof audienceOutput>;
