"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { stopMail } from "@/lib/home/notifications/stop-mail";
import { publicForm } from "@/lib/http/public-form";
import type { FormState } from "@/lib/platform/kernel/form-state";

const input = z.object({ token: z.string().max(400) });

/** Unsubscribes the recipient from one kind of email. */
export async function unsubscribeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(input, form, async ({ token }, { ip }) => {
    await stopMail(token, ip);
    redirect(`/unsubscribe/${encodeURIComponent(token)}?done=1`);
  });
}
