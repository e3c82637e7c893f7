import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { findUnsubscription } from "@/lib/identity/sign-in/unsubscribe";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { unsubscribeAction } from "./action";

export const metadata: Metadata = { title: "Unsubscribe" };

export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const brand = await currentBrand();
  const found = await findUnsubscription(decodeURIComponent(token));
  if (found === null) {
    return (
      <PublicFrame
        title="Link not valid"
        description="This unsubscribe link is invalid or no longer applies."
        brand={brand}
      >
        <ButtonLink href="/profile/notices">Manage notifications</ButtonLink>
      </PublicFrame>
    );
  }
  const { notice, accountName } = found;
  if ((await searchParams).done === "1") {
    return (
      <PublicFrame
        title="You've been unsubscribed"
        description={`You no longer get these emails from ${accountName}: ${notice.replace(/^Receive /, "")}. You can turn them back on in the portal.`}
        brand={brand}
      >
        <ButtonLink href="/profile/notices">Manage notifications</ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title="Unsubscribe from these emails?"
      description={`You get these emails from ${accountName}: ${notice.replace(/^Receive /, "")}.`}
      brand={brand}
    >
      <OperationForm
        action={unsubscribeAction}
        hidden={{ token: decodeURIComponent(token) }}
        submitLabel="Unsubscribe"
        pendingLabel="Unsubscribing…"
        wideSubmit
      />
    </PublicFrame>
  );
}
