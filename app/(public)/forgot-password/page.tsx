import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { TextLink } from "@/components/ui/text-link";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { forgotPasswordAction } from "./action";

export const metadata: Metadata = { title: "Reset password" };

export default async function ForgotPasswordPage() {
  return (
    <PublicFrame
      title="Reset your password"
      description="Enter your email address and we'll send you a link to reset it."
      brand={await currentBrand()}
      footer={<TextLink href="/sign-in">Back to sign-in</TextLink>}
    >
      <OperationForm action={forgotPasswordAction} submitLabel="Send reset link" pendingLabel="Sending…" wideSubmit>
        <Field name="email" label="Email address" required>
          <Input type="email" autoComplete="username" />
        </Field>
      </OperationForm>
    </PublicFrame>
  );
}
