import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { openEmailProof } from "@/lib/platform/operations/email-proof";
import { verifyEmailAction } from "./action";

export const metadata: Metadata = { title: "Confirm your email address" };

export default async function VerifyEmailPage({ params, searchParams }: PageProps<"/verify-email/[token]">) {
  const { token } = await params;
  const brand = await currentBrand();
  const proof = await openEmailProof(token);
  if (proof === null) {
    return (
      <PublicFrame
        title="This link is no longer valid"
        description="It has expired or is incomplete. Request a new one in your profile."
        brand={brand}
      >
        <ButtonLink href="/profile">Go to your profile</ButtonLink>
      </PublicFrame>
    );
  }
  if ((await searchParams).done === "1") {
    return (
      <PublicFrame title="Email address confirmed" description={`${proof.email} is confirmed.`} brand={brand}>
        {proof.of === "person" ? (
          <ButtonLink href="/" variant="primary">
            Go to the portal
          </ButtonLink>
        ) : (
          <p className="text-ink-soft">You can close this page.</p>
        )}
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title="Confirm your email address"
      description={`Confirm that ${proof.email} is yours to start getting notifications.`}
      brand={brand}
    >
      <OperationForm
        action={verifyEmailAction}
        hidden={{ token }}
        submitLabel="Confirm address"
        pendingLabel="Confirming…"
        wideSubmit
      />
    </PublicFrame>
  );
}
