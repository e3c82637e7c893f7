import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { fieldLimits } from "@/lib/http/field-limits";
import { findPasswordReset } from "@/lib/identity/sign-in/find-password-reset";
import { resetPasswordInput } from "@/lib/identity/sign-in/reset-password";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { SHORTEST_PASSWORD } from "@/lib/platform/kernel/new-password";
import { t } from "@/lib/platform/language/t";
import { resetPasswordAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("New password") });

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const { token } = await params;
  const reset = await findPasswordReset(token);
  const brand = await currentBrand();
  if (reset === null) {
    return (
      <PublicFrame
        title={t("This link is no longer valid")}
        description={t("It has been used or replaced by a newer one, or it has expired.")}
        brand={brand}
      >
        <ButtonLink href="/forgot-password" variant="primary">
          {t("Request a new link")}
        </ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={reset.first ? t("Choose a password") : t("Choose a new password")}
      description={
        reset.first
          ? t("For {email}. You sign in with it afterwards.", { email: reset.email })
          : t("For {email}. All sessions are signed out and all API tokens are revoked.", { email: reset.email })
      }
      brand={brand}
    >
      <OperationForm
        action={{ send: resetPasswordAction, limits: fieldLimits(resetPasswordInput) }}
        hidden={{ token }}
        submitLabel={reset.first ? t("Set password") : t("Change password")}
        pendingLabel={t("Saving…")}
        wideSubmit
      >
        <input type="text" autoComplete="username" value={reset.email} readOnly hidden />
        <Field
          name="newPassword"
          label={t("New password")}
          required
          hint={t("At least {count} characters.", { count: SHORTEST_PASSWORD })}
        >
          <Input type="password" autoComplete="new-password" />
        </Field>
      </OperationForm>
    </PublicFrame>
  );
}
