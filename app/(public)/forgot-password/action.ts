"use server";

import { after } from "next/server";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { admitResetRequest, requestPasswordReset } from "@/lib/identity/sign-in/request-password-reset";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import type { FormState } from "@/lib/platform/kernel/form-state";

const input = z.object({ email: emailAddress });

/** Answers before it looks: neither the words nor the time they take tell whether there is a login for the address. */
export async function forgotPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(input, form, async ({ email }, { ip }) => {
    await admitResetRequest(ip);
    after(() => requestPasswordReset(email, ip));
    return {
      status: "done",
      message: `If there is a login for ${email}, a mail with a link is on its way. The link works for one hour.`,
    };
  });
}
