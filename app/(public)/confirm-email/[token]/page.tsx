import type { Metadata } from "next";
import { PublicFrame } from "@/components/shell/public-frame";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OperationForm } from "@/components/ui/operation-form";
import { type EmailChangeView, findEmailChange } from "@/lib/identity/sign-in/find-email-change";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { confirmEmailAction } from "./action";

export const metadata: Metadata = { title: "Confirm email change" };

export default async function ConfirmEmailPage({ params, searchParams }: PageProps<"/confirm-email/[token]">) {
  const { token } = await params;
  const change = await findEmailChange(token);
  if (change === null) return <Over done={(await searchParams).done === "1"} />;
  if (change.confirmed) return <Waiting {...change} />;
  const { oldEmail, newEmail, side } = change;
  return (
    <PublicFrame
      title={side === "old" ? "Change your email address?" : "Confirm your new email address"}
      description="The change takes effect once both addresses are confirmed."
      brand={await currentBrand()}
    >
      <KeyValueList
        items={[
          { label: "Current address", value: oldEmail },
          { label: "New address", value: newEmail },
        ]}
      />
      <div className="mt-5">
        <OperationForm
          action={confirmEmailAction}
          hidden={{ token }}
          submitLabel={side === "old" ? "Confirm change" : "Confirm address"}
          pendingLabel="Confirming…"
          wideSubmit
        />
      </div>
    </PublicFrame>
  );
}

async function Waiting({ side, oldEmail, newEmail }: EmailChangeView) {
  return (
    <PublicFrame
      title="One confirmation left"
      description={`This address is confirmed. Open the link we emailed to ${side === "old" ? newEmail : oldEmail} to complete the change.`}
      brand={await currentBrand()}
    >
      <ButtonLink href="/">Go to the portal</ButtonLink>
    </PublicFrame>
  );
}

async function Over({ done }: { done: boolean }) {
  return (
    <PublicFrame
      title={done ? "Email address changed" : "This link is no longer valid"}
      description={
        done
          ? "Sign in with your new email address from now on."
          : "The change was completed or cancelled, or the link has expired. You can request it again in your profile."
      }
      brand={await currentBrand()}
    >
      <ButtonLink href="/" variant="primary">
        Go to the portal
      </ButtonLink>
    </PublicFrame>
  );
}
