import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import type { SetupDetail } from "@/lib/billing/payment-methods/schema";

type SetupOutcomeProps = { setup: SetupDetail; listHref: string; againHref: string; payHref?: string };

/** What came of adding a card or bank account, and where to go from here. */
export function SetupOutcome({ setup, listHref, againHref, payHref }: SetupOutcomeProps) {
  const { status, label, replaces, message } = setup;
  if (status === "succeeded") {
    return (
      <Callout
        kind="success"
        role="status"
        title={replaces ? `${label ?? "It"} takes the place of ${replaces}` : `${label ?? "It"} was added`}
        actions={
          <>
            {payHref && (
              <ButtonLink href={payHref} variant="primary">
                Continue to payment
              </ButtonLink>
            )}
            <ButtonLink href={listHref}>See payment methods</ButtonLink>
          </>
        }
      >
        Those who get billing notices are told by mail.
      </Callout>
    );
  }
  return (
    <Callout
      kind={status === "failed" ? "danger" : "warning"}
      role="status"
      title={status === "failed" ? "It was not added" : "The payment provider cannot be reached just now"}
      actions={
        <ButtonLink href={againHref} variant="primary">
          Try again
        </ButtonLink>
      }
    >
      {message ?? "Nothing is stored yet. Try again in a moment."}
    </Callout>
  );
}
