import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import type { SetupDetail } from "@/lib/billing/payment-methods/schema";
import { t } from "@/lib/platform/language/t";

type SetupOutcomeProps = { setup: SetupDetail; listHref: string; againHref: string; payHref?: string };

/** The result of adding a card or bank account, and the next step. */
export function SetupOutcome({ setup, listHref, againHref, payHref }: SetupOutcomeProps) {
  const { status, label, replaces, message } = setup;
  if (status === "succeeded") {
    return (
      <Callout
        kind="success"
        role="status"
        title={
          replaces
            ? t("{label} replaces {replaces}", { label: label ?? t("Payment method"), replaces })
            : t("{label} added", { label: label ?? t("Payment method") })
        }
        actions={
          <>
            {payHref && (
              <ButtonLink href={payHref} variant="primary">
                {t("Continue to payment")}
              </ButtonLink>
            )}
            <ButtonLink href={listHref}>{t("View payment methods")}</ButtonLink>
          </>
        }
      >
        {t("Everyone who receives billing notifications is told by email.")}
      </Callout>
    );
  }
  return (
    <Callout
      kind={status === "failed" ? "danger" : "warning"}
      role="status"
      title={status === "failed" ? t("Payment method not added") : t("The payment provider can't be reached")}
      actions={
        <ButtonLink href={againHref} variant="primary">
          {t("Try again")}
        </ButtonLink>
      }
    >
      {message ?? t("Nothing was saved. Try again in a moment.")}
    </Callout>
  );
}
