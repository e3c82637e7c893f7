import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";

/** Largest file that can be sent. Forms and the API accept a little more in all, for the other fields. */
export const LARGEST_FILE = 1024 * 1024;

/** Largest body that holds such a file, base64 in JSON. */
export const LARGEST_FILE_BODY = Math.ceil(LARGEST_FILE / 3) * 4 + 64 * 1024;

/** A file: base64 in JSON, a file field in forms. */
export const fileInput = z
  .string()
  .max(Math.ceil(LARGEST_FILE / 3) * 4, issue("A file can have up to 1 MB."))
  .pipe(z.base64(issue("Choose a file.")))
  .transform((text) => Buffer.from(text, "base64"));
