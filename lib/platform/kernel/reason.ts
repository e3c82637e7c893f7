import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";
import { oneLine } from "./one-line";

/** Why staff changed something about money: saved with it, and shown to the customer. */
export const reason = z
  .string()
  .overwrite(oneLine)
  .min(3, issue("Enter a reason."))
  .max(300, issue("A reason can have up to 300 characters."))
  .describe("Saved permanently with the record");
