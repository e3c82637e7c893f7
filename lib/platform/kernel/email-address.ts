import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";

/** An email address, trimmed and in lower case: the form in which it is stored and compared. */
export const emailAddress = z
  .string()
  .normalize()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email(issue("Enter an email address like name@company.example.")));
