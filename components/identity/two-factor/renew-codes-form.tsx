"use client";

import { useForm } from "@/components/ui/form-context";
import { OperationForm } from "@/components/ui/operation-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { RecoveryCodes } from "./recovery-codes";

/** Makes new recovery codes, and shows them once. */
export function RenewCodesForm({ renew, left }: { renew: FormAction; left: number }) {
  return (
    <OperationForm action={renew}>
      <Content left={left} />
    </OperationForm>
  );
}

function Content({ left }: { left: number }) {
  const { state } = useForm();
  if (state.status === "done") return <RecoveryCodes done={t("These are your new recovery codes.")} />;
  return (
    <>
      <p>
        {t("You have {count, plural, one {# unused code} other {# unused codes}}.", { count: left })}{" "}
        {t("New codes replace them: the old ones stop working.")}
      </p>
      <div>
        <SubmitButton pendingLabel={t("Making new codes…")}>{t("Make new codes")}</SubmitButton>
      </div>
    </>
  );
}
