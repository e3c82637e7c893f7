import { z } from "zod";
import { oneLine } from "./one-line";

/** Why staff did something with money: kept with it for good, and told to the customer. */
export const reason = z
  .string()
  .overwrite(oneLine)
  .min(3, "Say why, in a few words.")
  .max(300, "A reason has 300 characters at most.")
  .describe("Kept with it for good");
