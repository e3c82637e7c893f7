"use client";

import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
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
            submitLabel={t("Undo")}
            submitVariant="secondary"
            submitSize="sm"
            doneMessage={t("Undone.")}
            layout="inline"
          >
            {undoable.map(({ label, accountId, result }) => (
              <input key={result.id} type="hidden" name="row" value={undoRow(label, accountId, result)} />
            ))}
          </OperationForm>
        )
      }
    >
      {failed.length > 0 && (
        <ul>
          {failed.map(({ label, message }) => (
            <li key={label}>{t("{ticket}: {reason}", { ticket: label, reason: message })}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

function undoRow(label: string, account: string, { id, undo, from }: ActResult["done"][number]["result"]): string {
  return new URLSearchParams({ label, account, ticketId: id, act: undo ?? "", from }).toString();
}
