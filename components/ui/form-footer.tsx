import type { ReactNode } from "react";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { t } from "@/lib/platform/language/t";

export type FormFooterProps = {
  /** Label of the submit button; without it the form has its own buttons. */
  submitLabel?: string;
  pendingLabel?: string;
  submitVariant?: ButtonVariant;
  submitSize?: ButtonSize;
  submitIcon?: ReactNode;
  /** Where "Cancel" leads. */
  cancelHref?: string;
  cancelLabel?: string;
  /** The button takes the full width, as on the sign-in page. */
  wideSubmit?: boolean;
};

/** The buttons at the end of a form. */
export function FormFooter(props: FormFooterProps) {
  if (!props.submitLabel) return null;
  const submit = (
    <SubmitButton
      variant={props.submitVariant}
      size={props.submitSize ?? (props.wideSubmit ? "lg" : undefined)}
      icon={props.submitIcon}
      pendingLabel={props.pendingLabel}
      className={props.wideSubmit ? "w-full" : props.submitSize ? undefined : "button-wrapping"}
    >
      {props.submitLabel}
    </SubmitButton>
  );
  if (!props.cancelHref) return props.wideSubmit ? submit : <div>{submit}</div>;
  return (
    <div className="flex flex-wrap gap-2">
      {submit}
      <ButtonLink href={props.cancelHref} variant="ghost">
        {props.cancelLabel ?? t("Cancel")}
      </ButtonLink>
    </div>
  );
}
