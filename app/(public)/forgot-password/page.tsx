import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/platform/config/env";
import { forgotPasswordAction } from "./action";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage() {
  return (
    <PublicFrame
      title="Forgotten your password?"
      description="Write your email address, and we send you a link to choose a new one."
      company={env().COMPANY_NAME}
      footer={<TextLink href="/sign-in">Back to sign-in</TextLink>}
    >
      <OperationForm action={forgotPasswordAction} submitLabel="Send me a link" pendingLabel="Sending…" wideSubmit>
        <Field name="email" label="Email address" required>
          <Input type="email" autoComplete="username" />
        </Field>
      </OperationForm>
    </PublicFrame>
  );
}
