"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";

/** Long enough that prices are not requested per keystroke. */
const REST_MS = 350;

export type LiveFormProps = { action: string; children: ReactNode };

/**
 * A GET form that updates its page while it is filled in: after each choice the URL holds all of them, and the server
 * renders the result. Without scripts its buttons do the same.
 */
export function LiveForm({ action, children }: LiveFormProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);

  function changed(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      const choices = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string");
      startTransition(() => router.replace(`${action}?${new URLSearchParams(choices)}`, { scroll: false }));
    }, REST_MS);
  }

  return (
    <form
      action={action}
      onChange={changed}
      onSubmit={() => clearTimeout(rest.current)}
      aria-busy={pending || undefined}
      className="flex flex-col gap-4"
    >
      {children}
    </form>
  );
}
