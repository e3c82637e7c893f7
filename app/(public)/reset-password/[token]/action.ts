"use server";

import { redirect } from "next/navigation";
import { publicForm } from "@/lib/http/public-form";
import { dropSession } from "@/lib/http/session-of-page";
import { resetPassword, resetPasswordInput } from "@/lib/identity/sign-in/reset-password";
import type { FormState } from "@/lib/platform/kernel/form-state";

/** Uses the link. All sessions end, so the person signs in with the new password. */
export async function resetPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(resetPasswordInput, form, async (input, visitor) => {
    await resetPassword(input, visitor);
    await dropSession();
    redirect("/sign-in?note=password-changed");
  });
}
