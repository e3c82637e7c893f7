"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicForm } from "@/lib/http/public-form";
import { dropPending, keepSession, pendingToken } from "@/lib/http/session-of-page";
import {
  codeInput,
  passkeyInput,
  secondStepOptions,
  signInWithCode,
  signInWithFactorPasskey,
} from "@/lib/identity/sign-in/second-step";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { localPath } from "@/lib/platform/kernel/local-path";

const next = { next: z.string().max(2000).optional() };

/** Finishes signing in with a code of the authenticator app, or a recovery code. */
export async function codeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(codeInput.extend(next), form, async ({ next, code }, visitor) => {
    return enter(await signInWithCode(await pendingToken(), { code }, visitor), next);
  });
}

/** What the browser asks the person's authenticators for. */
export async function factorOptionsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(z.object({}), form, async () => ({
    status: "done",
    result: await secondStepOptions(await pendingToken()),
  }));
}

/** Finishes signing in with a passkey. */
export async function factorPasskeyAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(passkeyInput.extend(next), form, async ({ next, response }, visitor) => {
    return enter(await signInWithFactorPasskey(await pendingToken(), { response }, visitor), next);
  });
}

async function enter(session: string, next: string | undefined): Promise<never> {
  await keepSession(session);
  await dropPending();
  redirect(localPath(next) ?? "/");
}
