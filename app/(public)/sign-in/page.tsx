import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PublicFrame } from "@/components/shell/public-frame";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { TextLink } from "@/components/ui/text-link";
import { callerOfPage } from "@/lib/http/caller-of-page";
import { signedInPerson } from "@/lib/identity/sign-in/signed-in-person";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { localPath } from "@/lib/platform/kernel/local-path";
import { signInAction } from "./action";

export const metadata: Metadata = { title: "Sign in" };

/** Messages from the pages that redirect here. */
const notes: Readonly<Record<string, string>> = {
  "password-changed": "Password changed. Sign in with your new password.",
  "signed-out": "You've been signed out.",
};

/** For clients redirected here by next-auth. */
const wrong = "The email address or password is incorrect.";
const unclear = "Sign-in failed. Try again.";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const search = await searchParams;
  const wanted = search.next ?? search.callbackUrl;
  const next = localPath(typeof wanted === "string" ? wanted : null);
  const note = typeof search.note === "string" && Object.hasOwn(notes, search.note) ? notes[search.note] : undefined;
  const { credential } = await callerOfPage("page");
  if (await signedInPerson(credential)) redirect(next ?? "/");
  return (
    <PublicFrame title="Sign in" brand={await currentBrand()}>
      {note && <Callout kind="success" role="status" title={note} className="mb-4" />}
      {search.error && (
        <Callout
          kind="danger"
          role="alert"
          title={search.error === "CredentialsSignin" ? wrong : unclear}
          className="mb-4"
        />
      )}
      <OperationForm
        action={signInAction}
        hidden={next ? { next } : {}}
        submitLabel="Sign in"
        pendingLabel="Signing in…"
        wideSubmit
      >
        <Field name="email" label="Email address" required>
          <Input type="email" autoComplete="username" autoFocus />
        </Field>
        <Field name="password" label="Password" required>
          <Input type="password" autoComplete="current-password" />
        </Field>
        <p className="-mt-2 text-sm">
          <TextLink href="/forgot-password">Forgot your password?</TextLink>
        </p>
      </OperationForm>
    </PublicFrame>
  );
}
