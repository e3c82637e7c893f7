"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { verifyEmail } from "@/lib/identity/sign-in/verify-email";
import type { FormState } from "@/lib/platform/kernel/form-state";

const input = z.object({ token: z.string().max(2000) });

/** Confirms the email address that the link was sent to. */
export async function verifyEmailAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(input, form, async ({ token }, { ip }) => {
    await verifyEmail(token, ip);
    redirect(`/verify-email/${encodeURIComponent(token)}?done=1`);
  });
}
