"use client";

import { useId } from "react";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { PasskeyCeremony } from "./passkey-ceremony";

type PasskeySignInProps = {
  options: FormAction;
  finish: FormAction;
  hidden: Record<string, string | undefined>;
  label: string;
};

/** Signs in with a passkey. It needs a script, and isn't shown without. */
export function PasskeySignIn({ options, finish, hidden, label }: PasskeySignInProps) {
  const finishId = useId();
  return (
    <div className="needs-script flex flex-col gap-3">
      <OperationForm action={options} submitLabel={label} submitVariant="secondary" wideSubmit>
        <PasskeyCeremony kind="get" form={finishId} />
      </OperationForm>
      <OperationForm id={finishId} action={finish} hidden={{ ...hidden, response: "" }} className="not-empty:mt-1" />
    </div>
  );
}
