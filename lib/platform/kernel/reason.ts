import { z } from "zod";
import { oneLine } from "./one-line";

/** Why staff did something with money: kept with it for good, and told to the customer. */
export const reason = z
  .string()
  .overwrite(oneLine)
  .min(3, "Enter a reason.")
  .max(300, "A reason can have up to 300 characters.")
  .describe("Saved permanently with the record");
