import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OperationForm } from "@/components/ui/operation-form";
import { type EmailChangeView, findEmailChange } from "@/lib/identity/sign-in/find-email-change";
import { env } from "@/lib/platform/config/env";
import { confirmEmailAction } from "./action";

export const metadata: Metadata = { title: "Change of email address" };

export default async function ConfirmEmailPage({ params, searchParams }: PageProps<"/confirm-email/[token]">) {
  const { token } = await params;
  const change = await findEmailChange(token);
  if (change === null) return <Over done={(await searchParams).done === "1"} />;
  if (change.confirmed) return <Waiting {...change} />;
  const { oldEmail, newEmail, side } = change;
  return (
    <PublicFrame
      title={side === "old" ? "Change your email address?" : "Is this your address?"}
      description="The change is made once both addresses have confirmed it."
      company={env().COMPANY_NAME}
    >
      <KeyValueList
        items={[
          { label: "Now", value: oldEmail },
          { label: "Then", value: newEmail },
        ]}
      />
      <div className="mt-5">
        <OperationForm
          action={confirmEmailAction}
          hidden={{ token }}
          submitLabel={side === "old" ? "Yes, change it" : "Yes, this is mine"}
          pendingLabel="Confirming…"
          wideSubmit
        />
      </div>
    </PublicFrame>
  );
}

function Waiting({ side, oldEmail, newEmail }: EmailChangeView) {
  return (
    <PublicFrame
      title="One address to go"
      description={`This side is confirmed. The change is made once ${side === "old" ? newEmail : oldEmail} has confirmed it too: we have sent a mail there.`}
      company={env().COMPANY_NAME}
    >
      <ButtonLink href="/">Go to the portal</ButtonLink>
    </PublicFrame>
  );
}

function Over({ done }: { done: boolean }) {
  return (
    <PublicFrame
      title={done ? "Your address is changed" : "This link opens nothing any more"}
      description={
        done
          ? "Sign in with the new address from now on."
          : "The change is done, was dropped, or took longer than a day. It can be asked for again on your profile page."
      }
      company={env().COMPANY_NAME}
    >
      <ButtonLink href="/" variant="primary">
        Go to the portal
      </ButtonLink>
    </PublicFrame>
  );
}
