import { z } from "zod";
import { oneLine } from "./one-line";

/** A person's name: one line, whatever space was pasted into it. */
export const personName = z
  .string()
  .overwrite(oneLine)
  .min(1, "Enter a name.")
  .max(200, "A name can have up to 200 characters.");
