import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";
import { oneLine } from "./one-line";

/** A person's name on one line, with pasted white space collapsed. */
export const personName = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a name."))
  .max(200, issue("A name can have up to 200 characters."));
