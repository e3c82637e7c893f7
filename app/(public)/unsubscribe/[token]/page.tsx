import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { findStop } from "@/lib/home/notifications/stop-mail";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { t } from "@/lib/platform/language/t";
import { unsubscribeAction } from "./action";

export const generateMetadata = (): Metadata => ({ title: t("Unsubscribe") });

export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const brand = await currentBrand();
  const found = await findStop(decodeURIComponent(token));
  if (found === null) {
    return (
      <PublicFrame
        title={t("Link not valid")}
        description={t("This unsubscribe link is invalid or no longer applies.")}
        brand={brand}
      >
        <ButtonLink href="/profile/notices">{t("Manage notifications")}</ButtonLink>
      </PublicFrame>
    );
  }
  const { notice, accountName } = found;
  if ((await searchParams).done === "1") {
    return (
      <PublicFrame
        title={t("You've been unsubscribed")}
        description={t(
          "You no longer get these emails from {accountName}: {name}. You can turn them back on in the portal.",
          { accountName, name: notice },
        )}
        brand={brand}
      >
        <ButtonLink href="/profile/notices">{t("Manage notifications")}</ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={t("Unsubscribe from these emails?")}
      description={t("You get these emails from {accountName}: {name}.", {
        accountName,
        name: notice,
      })}
      brand={brand}
    >
      <OperationForm
        action={unsubscribeAction}
        hidden={{ token: decodeURIComponent(token) }}
        submitLabel={t("Unsubscribe")}
        pendingLabel={t("Unsubscribing…")}
        wideSubmit
      />
    </PublicFrame>
  );
}
