"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useForm } from "@/components/ui/form-context";
import { Spinner } from "@/components/ui/spinner";

export type SubmitButtonProps = ButtonProps & { pendingLabel?: string };

/**
 * Submits the surrounding form. While pending it says so, and does nothing: the browser would take the focus away from a
 * button that is disabled.
 */
export function SubmitButton({
  children,
  pendingLabel,
  icon,
  variant = "primary",
  onClick,
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
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      aria-busy={pending || undefined}
      icon={pending ? <Spinner /> : icon}
    >
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
