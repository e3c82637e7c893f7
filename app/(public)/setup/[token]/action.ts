"use server";

import { redirect } from "next/navigation";
import { publicForm } from "@/lib/http/public-form";
import { keepSession } from "@/lib/http/session-of-page";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { setUpInput } from "@/lib/setup/schema";
import { setUp } from "@/lib/setup/set-up";
import { isSetupToken } from "@/lib/setup/setup-token";

/** Creates the first manager and the seller, and signs the manager in. */
export async function setUpAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(setUpInput, form, async ({ token, name, email, newPassword, ...seller }, visitor) => {
    // Before a password is hashed: anyone can send this form.
    if (!(await isSetupToken(token))) throw notFound(t("This setup link has been used or has expired."));
    await keepSession(await setUp({ manager: { name, email }, password: newPassword, seller, token }, visitor));
    redirect("/staff");
  });
}
