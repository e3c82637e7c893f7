"use client";

import { Callout } from "@/components/ui/callout";
import { useForm } from "@/components/ui/form-context";
import { SecretList } from "@/components/ui/secret-list";
import { t } from "@/lib/platform/language/t";

/** The token just created. This response is the only place it ever appears. */
export function TokenOnce() {
  const { state } = useForm();
  if (state.status !== "done" || !isNewToken(state.result)) return null;
  const { name, token } = state.result;
  return (
    <Callout
      kind="success"
      role="status"
      title={t("{name} created. Copy the token now. It won't be shown again.", { name })}
    >
      <div className="mt-2">
        <SecretList secrets={[{ label: t("Token"), value: token }]} />
      </div>
    </Callout>
  );
}

function isNewToken(value: unknown): value is { name: string; token: string } {
  return typeof value === "object" && value !== null && "token" in value && "name" in value;
}
