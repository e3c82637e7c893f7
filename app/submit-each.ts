"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { callerOfPage } from "@/lib/http/caller-of-page";
import { submitEach } from "@/lib/http/submit-each";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { noteActionBegun } from "@/lib/platform/kernel/response-status";
import { t } from "@/lib/platform/language/t";

/** The server action of forms about chosen rows of a list. Like `submit`, it trusts nothing that a page has bound. */
export async function submitRows(operation: string, _previous: FormState, form: FormData): Promise<FormState> {
  noteActionBegun();
  if (typeof operation !== "string" || !(form instanceof FormData)) {
    const message = t("The form could not be read. Reload the page and try again.");
    return { status: "invalid", message, fields: {}, values: {} };
  }
  const origin = (await headers()).get("origin");
  const state = await submitEach(await callerOfPage("form"), { origin, operationName: operation, form });
  if (state.status === "done") refresh();
  return state;
}
