"use server";

import { redirect } from "next/navigation";
import { publicForm } from "@/lib/http/public-form";
import { keepSession } from "@/lib/http/session-of-page";
import { acceptInput, acceptInvitation, joinByInvitation, joinInput } from "@/lib/identity/sign-in/accept-invitation";
import { signedInPerson } from "@/lib/identity/sign-in/signed-in-person";
import type { FormState } from "@/lib/platform/kernel/form-state";

/** For new people: creates a login, joins the account and signs in. */
export async function joinAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(joinInput, form, async (input, visitor) => {
    const { accountId, sessionToken } = await joinByInvitation(input, visitor);
    await keepSession(sessionToken);
    redirect(`/a/${accountId}`);
  });
}

/** For people already signed in: joins with one click. */
export async function acceptAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicForm(acceptInput, form, async (input, { credential, ip }) => {
    const person = await signedInPerson(credential);
    if (person === null) redirect(`/sign-in?next=/invitation/${encodeURIComponent(input.token)}`);
    redirect(`/a/${await acceptInvitation(input, person, ip)}`);
  });
}
