"use client";

import { Callout } from "@/components/ui/callout";
import { useForm } from "@/components/ui/form-context";
import { OperationForm } from "@/components/ui/operation-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** What became of the chosen tickets, as the form's action answers it. */
export type ActResult = {
  done: { label: string; accountId: string; result: { id: string; undo: string | null; from: string } }[];
  failed: { label: string; message: string }[];
};

/** How many tickets were changed, why others were not, and a button that takes the change back. */
export function ActResults({ result, undo }: { result: ActResult; undo: FormAction }) {
  const { done, failed } = result;
  const undoable = done.filter(({ result }) => result.undo !== null);
  return (
    <Callout
      kind={failed.length > 0 ? "warning" : "success"}
      role="status"
      title={t("{count, plural, one {# ticket changed} other {# tickets changed}}", { count: done.length })}
      className="mb-3"
      actions={
        undoable.length > 0 && (
          <OperationForm
            key={undoable.map(({ result }) => result.id + result.undo).join()}
            action={undo}
            label={t("Undo")}
            layout="inline"
          >
            {undoable.map(({ label, accountId, result }) => (
              <input key={result.id} type="hidden" name="row" value={undoRow(label, accountId, result)} />
            ))}
            <UndoButton />
          </OperationForm>
        )
      }
    >
      {failed.length > 0 && <Failures failed={failed} />}
    </Callout>
  );
}

/** The button, or what became of it: somebody may have changed a ticket since. */
function UndoButton() {
  const { state } = useForm();
  if (state.status !== "done") {
    return (
      <SubmitButton variant="secondary" size="sm">
        {t("Undo")}
      </SubmitButton>
    );
  }
  const { done, failed } = state.result as ActResult;
  return (
    <div role="status">
      {failed.length === 0
        ? t("Undone.")
        : t("{count, plural, one {# change undone.} other {# changes undone.}}", { count: done.length })}
      {failed.length > 0 && <Failures failed={failed} />}
    </div>
  );
}

const Failures = ({ failed }: Pick<ActResult, "failed">) => (
  <ul>
    {failed.map(({ label, message }) => (
      <li key={label}>{t("{ticket}: {reason}", { ticket: label, reason: message })}</li>
    ))}
  </ul>
);

function undoRow(label: string, account: string, { id, undo, from }: ActResult["done"][number]["result"]): string {
  return new URLSearchParams({ label, account, ticketId: id, act: undo ?? "", from }).toString();
}
