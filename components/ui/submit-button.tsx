"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useForm } from "@/components/ui/form-context";
import { Spinner } from "@/components/ui/spinner";

export type SubmitButtonProps = ButtonProps & { pendingLabel?: string };

/** Submits the surrounding form. While pending it is disabled and says so. */
export function SubmitButton({
  children,
  pendingLabel,
  icon,
  variant = "primary",
  disabled,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus();
  const form = useForm();
  const pending = status.pending || form.pending;
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      icon={pending ? <Spinner /> : icon}
    >
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
