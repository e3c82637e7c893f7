import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { TextLink } from "@/components/ui/text-link";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";
import { forgotPasswordAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("Reset password") });

export default async function ForgotPasswordPage() {
  return (
    <PublicFrame
      title={t("Reset your password")}
      description={t("Enter your email address and we'll send you a link to reset it.")}
      brand={await currentBrand()}
      footer={<TextLink href="/sign-in">{t("Back to sign-in")}</TextLink>}
    >
      <OperationForm
        action={forgotPasswordAction}
        submitLabel={t("Send reset link")}
        pendingLabel={t("Sending…")}
        wideSubmit
      >
        <Field name="email" label={t("Email address")} required>
          <Input type="email" autoComplete="username" />
        </Field>
      </OperationForm>
    </PublicFrame>
  );
}
