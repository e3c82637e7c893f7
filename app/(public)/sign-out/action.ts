"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { dropSession } from "@/lib/http/session-of-page";
import { signOut } from "@/lib/identity/sign-in/sign-out";
import { localPath } from "@/lib/platform/kernel/local-path";

const input = z.object({ next: z.string().max(2000).optional() });

/** Used by the user menu: ends this session and returns to the sign-in page. */
export async function signOutAction(form: FormData): Promise<void> {
  await publicForm(input, form, async ({ next }, { credential, ip }) => {
    await signOut(credential, ip);
    await dropSession();
    redirect(localPath(next) ?? "/sign-in?note=signed-out");
  });
}
