"use client";

import { Callout } from "@/components/ui/callout";
import { useForm } from "@/components/ui/form-context";
import { SecretList } from "@/components/ui/secret-list";
import { t } from "@/lib/platform/language/t";

/** The signing key just created. This response is the only place it ever appears. */
export function KeyOnce() {
  const { state } = useForm();
  if (state.status !== "done" || !isNewKey(state.result)) return null;
  const { name, token } = state.result;
  return (
    <Callout
      kind="success"
      role="status"
      title={t("Copy the signing key of {name} now. It won't be shown again.", { name })}
    >
      <div className="mt-2">
        <SecretList secrets={[{ label: t("Signing key"), value: token }]} />
      </div>
    </Callout>
  );
}

function isNewKey(value: unknown): value is { name: string; token: string } {
  return typeof value === "object" && value !== null && "token" in value && "name" in value;
}
