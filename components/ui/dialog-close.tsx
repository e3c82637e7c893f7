"use client";

import { Button, type ButtonProps } from "@/components/ui/button";

/** Closes the given dialog; see `<DialogButton>`. */
export function DialogClose({ closes, ...rest }: ButtonProps & { closes: string }) {
  const command = { command: "close", commandfor: closes };
  return (
    <Button
      variant="ghost"
      onClick={(event) => event.currentTarget.closest("dialog")?.close()}
      {...command}
      {...rest}
    />
  );
}
