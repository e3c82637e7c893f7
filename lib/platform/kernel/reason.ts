import { z } from "zod";
import { oneLine } from "./one-line";

/** Why staff changed something about money: saved with it, and shown to the customer. */
export const reason = z
  .string()
  .overwrite(oneLine)
  .min(3, "Enter a reason.")
  .max(300, "A reason can have up to 300 characters.")
  .describe("Saved permanently with the record");
