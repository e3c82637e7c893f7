"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { endLook } from "@/lib/accounts/looks/end-look";
import { startLook } from "@/lib/accounts/looks/start-look";
import { callerOfPage } from "@/lib/http/caller-of-page";
import { keepLanguage } from "@/lib/http/language-of-page";
import { submitForm } from "@/lib/http/submit-form";
import { updateOwnProfile } from "@/lib/identity/profile/update-own-profile";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { localPath } from "@/lib/platform/kernel/local-path";
import { noteActionBegun } from "@/lib/platform/kernel/response-status";
import { t } from "@/lib/platform/language/t";

/**
 * The server action of every form. Pages bind the operation, the account and the next page (`then`, with `{field}`
 * filled from the result); calls with other values go through the same checks.
 */
export async function submit(
  operation: string,
  accountId: string | null,
  then: string | null,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  noteActionBegun();
  if (!isCalledByAForm(operation, accountId, then, form)) return unreadable();
  const origin = (await headers()).get("origin");
  const sent = { origin, operationName: operation, accountId, form };
  const state = await submitForm(await callerOfPage("form"), sent);
  if (state.status !== "done") {
    if (state.status === "invalid" && state.seen !== undefined) refresh();
    return state;
  }
  if (operation === updateOwnProfile.name) await keepLanguage(String(form.get("locale")));
  if (then === null) {
    refresh();
    return state;
  }
  // Frames stay in place from page to page, and now belong to somebody else.
  if (operation === startLook.name || operation === endLook.name) refresh();
  const result = (state.result ?? {}) as Record<string, unknown>;
  const path = then.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(String(result[field] ?? "")));
  redirect(localPath(path) ?? "/");
}

const unreadable = (): FormState => ({
  status: "invalid",
  message: t("The form could not be read. Reload the page and try again."),
  fields: {},
  values: {},
});

/** The types above only hold for our own pages: other callers can send anything. */
function isCalledByAForm(operation: unknown, accountId: unknown, then: unknown, form: unknown): boolean {
  const isTextOrNull = (value: unknown) => value === null || typeof value === "string";
  return typeof operation === "string" && isTextOrNull(accountId) && isTextOrNull(then) && form instanceof FormData;
}
