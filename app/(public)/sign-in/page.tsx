import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasskeySignIn } from "@/components/identity/two-factor/passkey-sign-in";
import { LanguageLinks } from "@/components/shell/language-links";
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
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { currentLanguage } from "@/lib/platform/language/with-language";
import { passkeyOptionsAction, passkeySignInAction, signInAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("Sign in") });

/** Messages from the pages that redirect here. */
const notes: Readonly<Record<string, Sentence>> = {
  "password-changed": msg("Password changed. Sign in with your new password."),
  "signed-out": msg("You've been signed out."),
};

/** For clients redirected here by next-auth. */
const wrong = msg("The email address or password is incorrect.");
const unclear = msg("Sign-in failed. Try again.");

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const search = await searchParams;
  const wanted = search.next ?? search.callbackUrl;
  const next = localPath(typeof wanted === "string" ? wanted : null);
  const note = typeof search.note === "string" && Object.hasOwn(notes, search.note) ? notes[search.note] : undefined;
  const { credential } = await callerOfPage("page");
  if (await signedInPerson(credential)) redirect(next ?? "/");
  return (
    <PublicFrame
      title={t("Sign in")}
      brand={await currentBrand()}
      footer={<LanguageLinks current={currentLanguage()} href="/sign-in" search={next ? { next } : {}} />}
    >
      {note && <Callout kind="success" role="status" title={t(note)} className="mb-4" />}
      {search.error && (
        <Callout
          kind="danger"
          role="alert"
          title={t(search.error === "CredentialsSignin" ? wrong : unclear)}
          className="mb-4"
        />
      )}
      <OperationForm
        action={signInAction}
        hidden={next ? { next } : {}}
        submitLabel={t("Sign in")}
        pendingLabel={t("Signing in…")}
        wideSubmit
      >
        <Field name="email" label={t("Email address")} required>
          <Input type="email" autoComplete="username" autoFocus />
        </Field>
        <Field name="password" label={t("Password")} required>
          <Input type="password" autoComplete="current-password" />
        </Field>
        <p className="-mt-2 text-sm">
          <TextLink href="/forgot-password">{t("Forgot your password?")}</TextLink>
        </p>
      </OperationForm>
      <div className="mt-3">
        <PasskeySignIn
          options={passkeyOptionsAction}
          finish={passkeySignInAction}
          hidden={next ? { next } : {}}
          label={t("Use a passkey")}
        />
      </div>
    </PublicFrame>
  );
}
