"use client";

import { useContext, useState } from "react";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { FieldContext } from "@/components/ui/form-context";
import type { TestMethod } from "@/lib/billing/payment-methods/schema";

const bare = (number: string) => number.replace(/\s/g, "").toUpperCase();

/**
 * A number that stays in this browser: the input has no name, so no form sends it. Only the token of a test number is
 * sent, and nothing for any other number.
 */
export function TokenInput({ tests }: { tests: TestMethod[] }) {
  const field = useContext(FieldContext);
  const [number, setNumber] = useState("");
  const token = tests.find((test) => bare(test.number) === bare(number))?.token ?? "";
  return (
    <>
      <input
        id={field?.id}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        required
        inputMode={tests[0]?.number.startsWith("4") ? "numeric" : "text"}
        autoComplete="off"
        spellCheck={false}
        maxLength={42}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.invalid || undefined}
        className={cx(controlClass, "h-8 px-2.5 tabular-nums pointer-coarse:h-11")}
      />
      <input type="hidden" name="token" value={token} />
    </>
  );
}
