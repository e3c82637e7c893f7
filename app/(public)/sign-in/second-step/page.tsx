import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasskeySignIn } from "@/components/identity/two-factor/passkey-sign-in";
import { PublicFrame } from "@/components/shell/public-frame";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { TextLink } from "@/components/ui/text-link";
import { pendingToken } from "@/lib/http/session-of-page";
import { findSecondStep } from "@/lib/identity/sign-in/second-step";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { localPath } from "@/lib/platform/kernel/local-path";
import { t } from "@/lib/platform/language/t";
import { codeAction, factorOptionsAction, factorPasskeyAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("Second step") });

/** Asks people with two-factor sign-in for their second step. Without the right password before, it leads back to sign-in. */
export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second-step">) {
  const { next: wanted } = await searchParams;
  const next = localPath(typeof wanted === "string" ? wanted : null);
  const hidden: Record<string, string> = next ? { next } : {};
  const step = await findSecondStep(await pendingToken());
  if (step === null) redirect(`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ""}`);
  return (
    <PublicFrame
      title={t("Confirm it's you")}
      description={
        step.app
          ? t("Enter the code that your authenticator app shows.")
          : t("Use your passkey, or one of your recovery codes.")
      }
      brand={await currentBrand()}
      footer={<TextLink href="/sign-in">{t("Sign in as someone else")}</TextLink>}
    >
      {step.passkey && (
        <div className="mb-5">
          <PasskeySignIn
            options={factorOptionsAction}
            finish={factorPasskeyAction}
            hidden={hidden}
            label={t("Use a passkey")}
          />
        </div>
      )}
      <OperationForm
        action={codeAction}
        hidden={hidden}
        submitLabel={t("Continue")}
        pendingLabel={t("Signing in…")}
        wideSubmit
      >
        <Field
          name="code"
          label={step.app ? t("Code") : t("Recovery code")}
          hint={step.app ? t("No phone at hand? Enter one of your recovery codes instead.") : undefined}
          required
        >
          <Input autoComplete="one-time-code" autoCapitalize="off" spellCheck={false} autoFocus />
        </Field>
      </OperationForm>
    </PublicFrame>
  );
}
