import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { Dialog, type DialogProps } from "@/components/ui/dialog";
import { DialogButton, type DialogButtonProps } from "@/components/ui/dialog-button";
import { DialogClose } from "@/components/ui/dialog-close";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type ConfirmDialogProps = {
  id: string;
  action: FormAction;
  /** Text of the button that opens it. */
  trigger: string;
  triggerProps?: Omit<DialogButtonProps, "opens" | "children">;
  /** A question: "Cancel edge-router-3?" */
  title: string;
  /** What happens next, one sentence each; shown above the confirm button. */
  consequences?: string[];
  confirmLabel: string;
  pendingLabel?: string;
  /** Label of the button that cancels; use "Keep it" where "Cancel" could be misread. */
  keepLabel?: string;
  /** `false` for a confirmation that isn't destructive. */
  destructive?: boolean;
  /** Text to type exactly; submitted as `confirmName`, which the server should compare as well. */
  typedName?: string;
  hidden?: Record<string, string | number | undefined>;
  idempotencyKey?: string;
  ask?: ReactNode;
  /** Shown as a toast on success. */
  doneMessage?: string;
  /** Further fields, such as a reason. */
  children?: ReactNode;
};

/**
 * A button that opens a dialog explaining what it does before doing it. In the rows of a list use `RowConfirm`, which sends the
 * dialog of one row only.
 */
export function ConfirmDialog({ trigger, triggerProps, ...dialog }: ConfirmDialogProps) {
  const { id, destructive = true } = dialog;
  return (
    <>
      <DialogButton opens={id} variant={destructive ? "danger-quiet" : "secondary"} {...triggerProps}>
        {trigger}
      </DialogButton>
      <ConfirmedDialog {...dialog} />
    </>
  );
}

export type ConfirmedDialogProps = Omit<ConfirmDialogProps, "trigger" | "triggerProps"> & Pick<DialogProps, "closesTo">;

/** The dialog alone. */
export function ConfirmedDialog(props: ConfirmedDialogProps) {
  const { id, title, closesTo, consequences = [], destructive = true, ...rest } = props;
  const { confirmLabel, pendingLabel, keepLabel, typedName, children, ...form } = rest;
  return (
    <Dialog id={id} title={title} {...(closesTo !== undefined && { closesTo })}>
      <OperationForm {...form}>
        {consequences.length > 0 && (
          <Callout kind={destructive ? "warning" : "info"} title={t("What happens next")}>
            <ul className="list-disc ps-4">
              {consequences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Callout>
        )}
        {children ?? null}
        {typedName ? <TypedName name={typedName} /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose closes={id}>{keepLabel ?? t("Cancel")}</DialogClose>
          <SubmitButton variant={destructive ? "danger" : "primary"} {...(pendingLabel && { pendingLabel })}>
            {confirmLabel}
          </SubmitButton>
        </div>
      </OperationForm>
    </Dialog>
  );
}

function TypedName({ name }: { name: string }) {
  return (
    <Field
      name="confirmName"
      required
      label={t("Type the name to confirm")}
      hint={rich("Type exactly: {name}", {
        name: <strong className="font-semibold wrap-anywhere text-ink">{name}</strong>,
      })}
    >
      <Input
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        pattern={exactly(name)}
        title={t("Type: {name}", { name })}
      />
    </Field>
  );
}

/** Every character as a code point, so that none is special in a regular expression. */
function exactly(name: string): string {
  return [...name].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join("");
}
