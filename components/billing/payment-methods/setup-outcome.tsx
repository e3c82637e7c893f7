import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import type { SetupDetail } from "@/lib/billing/payment-methods/schema";

type SetupOutcomeProps = { setup: SetupDetail; listHref: string; againHref: string; payHref?: string };

/** The result of adding a card or bank account, and the next step. */
export function SetupOutcome({ setup, listHref, againHref, payHref }: SetupOutcomeProps) {
  const { status, label, replaces, message } = setup;
  if (status === "succeeded") {
    return (
      <Callout
        kind="success"
        role="status"
        title={replaces ? `${label ?? "Payment method"} replaces ${replaces}` : `${label ?? "Payment method"} added`}
        actions={
          <>
            {payHref && (
              <ButtonLink href={payHref} variant="primary">
                Continue to payment
              </ButtonLink>
            )}
            <ButtonLink href={listHref}>View payment methods</ButtonLink>
          </>
        }
      >
        Everyone who receives billing notifications is told by email.
      </Callout>
    );
  }
  return (
    <Callout
      kind={status === "failed" ? "danger" : "warning"}
      role="status"
      title={status === "failed" ? "Payment method not added" : "The payment provider can't be reached"}
      actions={
        <ButtonLink href={againHref} variant="primary">
          Try again
        </ButtonLink>
      }
    >
      {message ?? "Nothing was saved. Try again in a moment."}
    </Callout>
  );
}
