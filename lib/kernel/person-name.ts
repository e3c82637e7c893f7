import { z } from "zod";

/** A person's name: one line, whatever space was pasted into it. */
export const personName = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, " ").trim())
  .min(1, "Write a name.")
  .max(200, "Keep the name under 200 characters.");
