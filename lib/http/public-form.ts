import { cookies, headers } from "next/headers";
import type { z } from "zod";
import { sessionCookieName } from "@/lib/identity/sign-in/session-cookie";
import type { Credential } from "@/lib/platform/db/credential";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { Problem } from "@/lib/platform/kernel/problem";
import { noteActionBegun } from "@/lib/platform/kernel/response-status";
import { readInput } from "@/lib/platform/operations/read-input";
import { callerOfCookie, clientIp } from "./caller-of-request";
import { failedForm, textFields } from "./form-failure";
import { fromStrings } from "./from-strings";
import { requireOwnOrigin } from "./origin";

/** Who submits a public form, as far as known. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
  /** Their session, if any. */
  readonly credential: Credential | null;
}

/**
 * Wraps every public server action: own origin only, fields limited by `schema`, Problems shown in the form. Anything
 * else `work` throws (a redirect, a bug) passes through.
 */
export async function publicForm<S extends z.ZodObject>(
  schema: S,
  form: FormData,
  work: (input: z.output<S>, visitor: Visitor) => Promise<FormState>,
): Promise<FormState> {
  noteActionBegun();
  // A caller that isn't our page can send anything in place of a form.
  const fields = (form as unknown) instanceof FormData ? textFields(form) : [];
  try {
    const [head, jar] = await Promise.all([headers(), cookies()]);
    requireOwnOrigin(head.get("origin"));
    const input = readInput(schema, fromStrings(schema, fields));
    const { credential, ip } = await callerOfCookie(jar.get(sessionCookieName())?.value, "form", clientIp(head));
    return await work(input, { credential, ip, userAgent: (head.get("user-agent") ?? "").slice(0, 400) });
  } catch (error) {
    if (error instanceof Problem) return failedForm(error, fields);
    throw error;
  }
}
