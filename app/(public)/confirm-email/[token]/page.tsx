import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OperationForm } from "@/components/ui/operation-form";
import { type EmailChangeView, findEmailChange } from "@/lib/identity/sign-in/find-email-change";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";
import { confirmEmailAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("Confirm email change") });

export default async function ConfirmEmailPage({ params, searchParams }: PageProps<"/confirm-email/[token]">) {
  const { token } = await params;
  const change = await findEmailChange(token);
  if (change === null) return <Over done={(await searchParams).done === "1"} />;
  if (change.confirmed) return <Waiting {...change} />;
  const { oldEmail, newEmail, side } = change;
  return (
    <PublicFrame
      title={side === "old" ? t("Change your email address?") : t("Confirm your new email address")}
      description={t("The change takes effect once both addresses are confirmed.")}
      brand={await currentBrand()}
    >
      <KeyValueList
        items={[
          { label: t("Current address"), value: oldEmail },
          { label: t("New address"), value: newEmail },
        ]}
      />
      <div className="mt-5">
        <OperationForm
          action={confirmEmailAction}
          hidden={{ token }}
          submitLabel={side === "old" ? t("Confirm change") : t("Confirm address")}
          pendingLabel={t("Confirming…")}
          wideSubmit
        />
      </div>
    </PublicFrame>
  );
}

async function Waiting({ side, oldEmail, newEmail }: EmailChangeView) {
  return (
    <PublicFrame
      title={t("One confirmation left")}
      description={t("This address is confirmed. Open the link we emailed to {email} to complete the change.", {
        email: side === "old" ? newEmail : oldEmail,
      })}
      brand={await currentBrand()}
    >
      <ButtonLink href="/">{t("Go to the portal")}</ButtonLink>
    </PublicFrame>
  );
}

async function Over({ done }: { done: boolean }) {
  return (
    <PublicFrame
      title={done ? t("Email address changed") : t("This link is no longer valid")}
      description={
        done
          ? t("Sign in with your new email address from now on.")
          : t(
              "The change was completed or cancelled, or the link has expired. You can request it again in your profile.",
            )
      }
      brand={await currentBrand()}
    >
      <ButtonLink href="/" variant="primary">
        {t("Go to the portal")}
      </ButtonLink>
    </PublicFrame>
  );
}
