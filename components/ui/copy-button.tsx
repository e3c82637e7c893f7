"use client";

import { useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

export type CopyButtonProps = Omit<ButtonProps, "value"> & { value: string; label?: string };

/** Copies a value to the clipboard and confirms it. */
export function CopyButton({
  value,
  label = t("Copy"),
  children,
  variant = "ghost",
  size = "sm",
  ...rest
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  async function run() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <span className="needs-script inline-flex">
      <Button
        variant={variant}
        size={size}
        onClick={run}
        aria-label={children ? undefined : label}
        title={label}
        icon={copied ? <Icon name="check" className="text-success-text" /> : <Icon name="copy" />}
        {...rest}
      >
        {children}
      </Button>
      <span role="status" className="sr-only">
        {copied ? t("Copied") : ""}
      </span>
    </span>
  );
}
