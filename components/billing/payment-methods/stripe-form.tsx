"use client";

import type { Stripe, StripeElements } from "@stripe/stripe-js";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import { Spinner } from "@/components/ui/spinner";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type StripeFormProps = {
  setupId: string;
  publishableKey: string;
  clientSecret: string;
  action: FormAction;
  /** The payer is back from their bank, so the form is complete. */
  returned: boolean;
};

/** Stripe's own form in Stripe's iframe, so the number goes only to Stripe. */
export function StripeForm({ setupId, publishableKey, clientSecret, action, returned }: StripeFormProps) {
  const place = useRef<HTMLDivElement>(null);
  const finish = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<{ stripe: Stripe; elements: StripeElements }>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (returned) return;
    let gone = false;
    void open(publishableKey, clientSecret).then((opened) => {
      if (gone || !place.current) return;
      if (opened === null) return setProblem(t("Stripe's form couldn't be loaded. Reload the page in a moment."));
      opened.elements.create("payment", { layout: "tabs" }).mount(place.current);
      setForm(opened);
    });
    return () => {
      gone = true;
    };
  }, [publishableKey, clientSecret, returned]);

  async function confirm() {
    if (!form || busy) return;
    setBusy(true);
    setProblem(undefined);
    const { error } = await form.stripe.confirmSetup({
      elements: form.elements,
      confirmParams: { return_url: window.location.href },
      redirect: "if_required",
    });
    setBusy(false);
    if (error) setProblem(error.message ?? t("The bank declined it. Try another card or account."));
    else finish.current?.querySelector("form")?.requestSubmit();
  }

  return (
    <div className="flex flex-col gap-4">
      {problem && (
        <Callout kind="danger" role="alert">
          {problem}
        </Callout>
      )}
      {!returned && (
        <>
          <noscript>{t("This page needs JavaScript: Stripe's script sends the number directly to Stripe.")}</noscript>
          <div ref={place}>{!form && !problem && <Spinner />}</div>
          <Button variant="primary" onClick={confirm} disabled={!form || busy} aria-busy={busy || undefined}>
            {busy ? t("Contacting the bank…") : t("Add")}
          </Button>
        </>
      )}
      <div ref={finish} hidden={!returned}>
        <OperationForm
          action={action}
          hidden={{ setupId }}
          submitLabel={t("Finish")}
          pendingLabel={t("Saving…")}
          label={t("Finish")}
        />
      </div>
    </div>
  );
}

async function open(publishableKey: string, clientSecret: string) {
  const { loadStripe } = await import("@stripe/stripe-js/pure");
  const stripe = await loadStripe(publishableKey).catch(() => null);
  return stripe && { stripe, elements: stripe.elements({ clientSecret }) };
}
