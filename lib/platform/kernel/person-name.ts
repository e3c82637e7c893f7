import { z } from "zod";
import { oneLine } from "./one-line";

/** A person's name on one line, with pasted white space collapsed. */
export const personName = z
  .string()
  .overwrite(oneLine)
  .min(1, "Enter a name.")
  .max(200, "A name can have up to 200 characters.");
