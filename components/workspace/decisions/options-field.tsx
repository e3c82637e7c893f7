"use client";

import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { Fieldset } from "@/components/ui/fieldset";
import { useTyped } from "@/components/ui/form-context";
import { t } from "@/lib/platform/language/t";

/** Up to five choices, one input each; empty ones are ignored. */
export function OptionsField({ chosen }: { chosen: readonly string[] }) {
  const typed = useTyped("options");
  const values = typed === undefined ? chosen : [typed].flat();
  return (
    <Fieldset name="options" legend={t("Options")} hint={t("Two to five in all, each different.")}>
      <div key={String(typed)} className="grid gap-2 sm:grid-cols-2">
        {[0, 1, 2, 3, 4].map((at) => (
          <input
            key={at}
            name="options"
            maxLength={120}
            aria-label={t("Option {number}", { number: String(at + 1) })}
            defaultValue={values[at] ?? ""}
            className={cx(controlClass, "h-8 px-2.5 pointer-coarse:h-11")}
          />
        ))}
      </div>
    </Fieldset>
  );
}
