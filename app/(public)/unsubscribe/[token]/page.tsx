import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { findUnsubscription } from "@/lib/identity/sign-in/unsubscribe";
import { env } from "@/lib/platform/config/env";
import { unsubscribeAction } from "./action";

export const metadata: Metadata = { title: "Stop these mails" };

export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const company = env().COMPANY_NAME;
  const found = await findUnsubscription(decodeURIComponent(token));
  if (found === null) {
    return (
      <PublicFrame
        title="This link stops nothing"
        description="It was not copied whole, or you are no contact of the account any more."
        company={company}
      >
        <ButtonLink href="/profile/notices">Choose your notices in the portal</ButtonLink>
      </PublicFrame>
    );
  }
  const { notice, accountName } = found;
  if ((await searchParams).done === "1") {
    return (
      <PublicFrame
        title="Done"
        description={`You no longer get this of ${accountName}: ${notice}. You can turn it on again in the portal.`}
        company={company}
      >
        <ButtonLink href="/profile/notices">Choose your notices in the portal</ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title="Stop these mails?"
      description={`You get them of ${accountName} because your access includes this: ${notice}.`}
      company={company}
    >
      <OperationForm
        action={unsubscribeAction}
        hidden={{ token: decodeURIComponent(token) }}
        submitLabel="Stop them"
        pendingLabel="Stopping…"
        wideSubmit
      />
    </PublicFrame>
  );
}
