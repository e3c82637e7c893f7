"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { keepSession } from "@/lib/http/session-of-page";
import { signIn, signInInput } from "@/lib/identity/sign-in/sign-in";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { localPath } from "@/lib/platform/kernel/local-path";

const input = signInInput.extend({ next: z.string().max(2000).optional() });

/** Signs in and redirects to the requested page, or to `/`, which redirects to the person's account. */
export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(input, form, async ({ next, ...given }, visitor) => {
    await keepSession(await signIn(given, visitor));
    redirect(localPath(next) ?? "/");
  });
}
