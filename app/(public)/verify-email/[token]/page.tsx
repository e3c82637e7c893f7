import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";
import { openEmailProof } from "@/lib/platform/operations/email-proof";
import { verifyEmailAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("Confirm your email address") });

export default async function VerifyEmailPage({ params, searchParams }: PageProps<"/verify-email/[token]">) {
  const { token } = await params;
  const brand = await currentBrand();
  const proof = await openEmailProof(token);
  if (proof === null) {
    return (
      <PublicFrame
        title={t("This link is no longer valid")}
        description={t("It has expired or is incomplete. Request a new one in your profile.")}
        brand={brand}
      >
        <ButtonLink href="/profile">{t("Go to your profile")}</ButtonLink>
      </PublicFrame>
    );
  }
  if ((await searchParams).done === "1") {
    return (
      <PublicFrame
        title={t("Email address confirmed")}
        description={t("{email} is confirmed.", { email: proof.email })}
        brand={brand}
      >
        {proof.of === "person" ? (
          <ButtonLink href="/" variant="primary">
            {t("Go to the portal")}
          </ButtonLink>
        ) : (
          <p className="text-ink-soft">{t("You can close this page.")}</p>
        )}
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={t("Confirm your email address")}
      description={t("Confirm that {email} is yours to start getting notifications.", { email: proof.email })}
      brand={brand}
    >
      <OperationForm
        action={verifyEmailAction}
        hidden={{ token }}
        submitLabel={t("Confirm address")}
        pendingLabel={t("Confirming…")}
        wideSubmit
      />
    </PublicFrame>
  );
}
