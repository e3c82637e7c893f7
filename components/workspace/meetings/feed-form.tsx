"use client";

import { useForm } from "@/components/ui/form-context";
import { OperationForm } from "@/components/ui/operation-form";
import { SecretList } from "@/components/ui/secret-list";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type Props = { setUp: FormAction; exists: boolean };

/** Makes a calendar address, and shows it this once. */
export const FeedForm = ({ setUp, exists }: Props) => (
  <OperationForm
    action={setUp}
    submitLabel={exists ? t("Replace the address") : t("Create an address")}
    submitVariant="secondary"
    doneMessage={t("The address is ready.")}
  >
    <NewAddress />
  </OperationForm>
);

function NewAddress() {
  const { state } = useForm();
  const url = state.status === "done" && (state.result as { url?: string } | undefined)?.url;
  if (!url) return null;
  return (
    <div role="status">
      <p className="mb-2 text-ink">{t("Add this address to your calendar app. It's shown only once.")}</p>
      <SecretList secrets={[{ label: t("Address@@calendar"), value: url }]} />
    </div>
  );
}
