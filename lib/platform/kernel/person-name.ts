import { z } from "zod";
import { oneLine } from "./one-line";

/** A person's name: one line, whatever space was pasted into it. */
export const personName = z
  .string()
  .overwrite(oneLine)
  .min(1, "Write a name.")
  .max(200, "Keep the name under 200 characters.");
