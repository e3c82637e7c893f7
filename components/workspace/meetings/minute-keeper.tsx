"use client";

import { useEffect, useRef, useState } from "react";
import { useForm } from "@/components/ui/form-context";
import { t } from "@/lib/platform/language/t";
import { type Changed, type Keeper, keepMinutes, type Standing } from "./keep-minutes";
import { MinuteConflict } from "./minute-conflict";

type Props = {
  url: string;
  version: number;
  /** As saved when the page was made. */
  minutes: string;
};

/**
 * Saves the minutes in the form around it as they are typed, and shows what somebody else has saved meanwhile. Without it the
 * form's button saves them, and a conflict is shown by the page that answers.
 */
export function MinuteKeeper({ url, version, minutes }: Props) {
  const place = useRef<HTMLInputElement>(null);
  const keeper = useRef<Keeper>(undefined);
  const [standing, setStanding] = useState<Standing>("idle");
  const [changed, setChanged] = useState<Changed | null>(null);
  const { state } = useForm();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form is kept as it was rendered first
  useEffect(() => {
    const field = place.current;
    if (!field?.form) return;
    keeper.current = keepMinutes(field, field.form, { url, version, report: setStanding, differs: setChanged });
    return keeper.current.stop;
  }, []);
  const words = {
    idle: "",
    saving: t("Saving…"),
    saved: t("Saved."),
    offline: t("Not saved. Trying again…"),
    refused: t("These minutes can't be changed any more. Copy your text, then reload the page."),
  };
  const unscripted = changed === null && state.status === "invalid" && state.values.minutes !== minutes;
  return (
    <>
      <input ref={place} type="hidden" name="version" defaultValue={version} />
      {changed !== null && <MinuteConflict changed={changed} settle={() => keeper.current?.overwrite(changed)} />}
      {unscripted && <MinuteConflict changed={{ version, minutes }} />}
      <span role="status" className="min-h-5 text-sm text-ink-soft">
        {words[standing]}
      </span>
    </>
  );
}
