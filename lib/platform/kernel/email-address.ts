import { z } from "zod";

/** An email address, trimmed and in lower case: the form in which it is stored and compared. */
export const emailAddress = z
  .string()
  .normalize()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("Enter an email address like name@company.example."));
