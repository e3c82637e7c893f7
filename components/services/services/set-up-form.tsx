import { LoginFields } from "@/components/services/login-details/login-fields";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { MOST_LOGINS } from "@/lib/services/core/schema";
import type { SetUpTask } from "@/lib/services/services/schema";

const furtherRows = Array.from({ length: MOST_LOGINS - 1 }, (_, index) => index + 1);

export type SetUpFormProps = { task: SetUpTask; action: FormAction; cancelHref: string };

/** Completes a set-up, with rows for login details if the product has logins. Works without a script. */
export function SetUpForm({ task, action, cancelHref }: SetUpFormProps) {
  const { id, version, hasLogin } = task;
  return (
    <OperationForm
      action={action}
      hidden={{ serviceId: id, version }}
      label={t("Complete the set-up")}
      submitLabel={t("Complete set-up")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
    >
      {hasLogin && <LoginRow index={0} />}
      {hasLogin && (
        <FoldedPanel title={t("More credentials")} detail={t("up to {count}", { count: furtherRows.length })}>
          <div className="flex flex-col gap-4">
            {furtherRows.map((index) => (
              <LoginRow key={index} index={index} />
            ))}
          </div>
        </FoldedPanel>
      )}
    </OperationForm>
  );
}

function LoginRow({ index }: { index: number }) {
  return (
    <fieldset className="grid gap-3 border-t border-line pt-3 first-of-type:border-0 first-of-type:pt-0 sm:grid-cols-2">
      <legend className="sr-only">{t("Login {number}", { number: index + 1 })}</legend>
      <LoginFields at={`logins.${index}.`} required={index === 0} />
    </fieldset>
  );
}
