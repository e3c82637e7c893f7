"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { confirmEmailChange } from "@/lib/identity/sign-in/confirm-email-change";
import type { FormState } from "@/lib/platform/kernel/form-state";

const input = z.object({ token: z.string().max(200) });

/** Confirms the change for one of the two addresses; the page then shows what is left to do. */
export async function confirmEmailAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(input, form, async ({ token }, { ip }) => {
    const { done } = await confirmEmailChange(token, ip);
    redirect(`/confirm-email/${encodeURIComponent(token)}${done ? "?done=1" : ""}`);
  });
}
