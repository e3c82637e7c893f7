"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { useErrors } from "@/components/ui/form-context";
import { useControl } from "@/components/ui/use-control";
import { t } from "@/lib/platform/language/t";

const COLOUR = /#[0-9a-f]{6}\b/gi;

/** A colour as text, beside the browser's own picker. If it is refused, the shade that the message offers is one click away. */
export function ColourInput({ defaultValue = "", placeholder }: { defaultValue?: string; placeholder: string }) {
  const { typed, attributes } = useControl({});
  const [value, change] = useState(typed ?? defaultValue);
  const offered = useErrors(attributes.name).join(" ").match(COLOUR)?.at(-1);
  const isColour = value.match(COLOUR)?.[0] === value;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        {...attributes}
        value={value}
        onChange={({ target }) => change(target.value)}
        placeholder={placeholder}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        className={cx(controlClass, "h-8 max-w-28 px-2.5 font-mono pointer-coarse:h-11")}
      />
      <input
        type="color"
        aria-label={t("Pick a colour")}
        value={isColour ? value : placeholder}
        onChange={({ target }) => change(target.value)}
        className="needs-script h-8 w-10 cursor-pointer rounded-md border border-control bg-surface p-0.5 pointer-coarse:h-11 pointer-coarse:w-11"
      />
      {offered && offered !== value && (
        <Button onClick={() => change(offered)} className="needs-script">
          {t("Use {colour}", { colour: offered })}
        </Button>
      )}
    </div>
  );
}
