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
import { resetPasswordAction } from "./action";

export const metadata: Metadata = { title: "New password" };

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const { token } = await params;
  const reset = await findPasswordReset(token);
  const brand = await currentBrand();
  if (reset === null) {
    return (
      <PublicFrame
        title="This link is no longer valid"
        description="It has been used or replaced by a newer one, or it has expired."
        brand={brand}
      >
        <ButtonLink href="/forgot-password" variant="primary">
          Request a new link
        </ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={reset.first ? "Choose a password" : "Choose a new password"}
      description={
        reset.first
          ? `For ${reset.email}. You sign in with it afterwards.`
          : `For ${reset.email}. All sessions are signed out and all API tokens are revoked.`
      }
      brand={brand}
    >
      <OperationForm
        action={{ send: resetPasswordAction, limits: fieldLimits(resetPasswordInput) }}
        hidden={{ token }}
        submitLabel={reset.first ? "Set password" : "Change password"}
        pendingLabel="Saving…"
        wideSubmit
      >
        <input type="text" autoComplete="username" value={reset.email} readOnly hidden />
        <Field name="newPassword" label="New password" required hint={`At least ${SHORTEST_PASSWORD} characters.`}>
          <Input type="password" autoComplete="new-password" />
        </Field>
      </OperationForm>
    </PublicFrame>
  );
}
