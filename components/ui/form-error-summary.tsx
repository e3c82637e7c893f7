"use client";

import { useEffect, useRef } from "react";
import { Callout } from "@/components/ui/callout";
import { useForm } from "@/components/ui/form-context";

/** The form's errors, above it, each linked to its field. It takes the focus when it appears. */
export function FormErrorSummary() {
  const { id, state } = useForm();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "invalid") box.current?.focus();
  }, [state]);
  if (state.status !== "invalid") return null;

  const problems = Object.entries(state.fields).filter(([, messages]) => messages.length > 0);
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-lg">
      <Callout kind={state.confirm && problems.length === 0 ? "info" : "danger"} title={state.message}>
        {problems.length > 0 && (
          <ul className="list-disc ps-4">
            {problems.map(([name, messages]) => (
              <li key={name}>
                <a href={`#${id}-${name}`} className="block py-0.5 underline underline-offset-3 hover:text-ink">
                  {messages.join(" ")}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Callout>
    </div>
  );
}
