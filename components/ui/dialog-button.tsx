"use client";

import type { MouseEvent } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

export type DialogButtonProps = ButtonProps & {
  /** The id of the `<Dialog>`. */
  opens: string;
};

/** Opens a dialog. The browser does it from the attributes, before any script; the handler is for older browsers. */
export function DialogButton({ opens, ...rest }: DialogButtonProps) {
  function open(event: MouseEvent<HTMLButtonElement>) {
    if ("commandForElement" in event.currentTarget) return;
    (document.getElementById(opens) as HTMLDialogElement | null)?.showModal();
  }
  const command = { command: "show-modal", commandfor: opens };
  return <Button aria-haspopup="dialog" onClick={open} {...command} {...rest} />;
}
