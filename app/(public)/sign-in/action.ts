"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { keepPending, keepSession } from "@/lib/http/session-of-page";
import { passkeyInput } from "@/lib/identity/sign-in/second-step";
import { beginSignIn, signInInput } from "@/lib/identity/sign-in/sign-in";
import { passkeySignInOptions, signInWithPasskey } from "@/lib/identity/sign-in/sign-in-with-passkey";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { localPath } from "@/lib/platform/kernel/local-path";

const next = { next: z.string().max(2000).optional() };

/**
 * Signs in and redirects to the requested page, or to `/`, which redirects to the person's account. People with two-factor
 * sign-in are asked for the second step first.
 */
export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(signInInput.extend(next), form, async ({ next, ...given }, visitor) => {
    const step = await beginSignIn(given, visitor);
    if ("pending" in step) {
      await keepPending(step.pending);
      const wanted = localPath(next);
      redirect(`/sign-in/second-step${wanted === null ? "" : `?next=${encodeURIComponent(wanted)}`}`);
    }
    await keepSession(step.session);
    redirect(localPath(next) ?? "/");
  });
}

/** What the browser asks an authenticator for, to sign in with a passkey alone. */
export async function passkeyOptionsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(z.object({}), form, async (_, visitor) => ({
    status: "done",
    result: await passkeySignInOptions(visitor),
  }));
}

/** Signs in with a passkey alone. */
export async function passkeySignInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(passkeyInput.extend(next), form, async ({ next, response }, visitor) => {
    await keepSession(await signInWithPasskey({ response }, visitor));
    redirect(localPath(next) ?? "/");
  });
}
