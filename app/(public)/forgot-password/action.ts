"use server";

import { after } from "next/server";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { admitResetRequest, requestPasswordReset } from "@/lib/identity/sign-in/request-password-reset";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

const input = z.object({ email: emailAddress });

/** Answers before looking the address up, so neither the message nor its timing reveals whether a login exists. */
export async function forgotPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(input, form, async ({ email }, { ip }) => {
    await admitResetRequest(ip);
    after(() => requestPasswordReset(email, ip));
    return {
      status: "done",
      message: t("If {email} has a login, we've emailed it a link to reset the password. The link expires in 1 hour.", {
        email,
      }),
    };
  });
}
