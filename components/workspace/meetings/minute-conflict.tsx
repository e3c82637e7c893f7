"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { t } from "@/lib/platform/language/t";
import type { Changed } from "./keep-minutes";

type Props = {
  changed: Changed;
  /** Saves what is in the form's field over it. Without it the form's own button does. */
  settle?: () => void;
};

/** What somebody else has saved while these minutes were typed. Both texts are on the screen, and the field decides. */
export const MinuteConflict = ({ changed: { version, minutes }, settle }: Props) => (
  <Callout
    kind="warning"
    role="alert"
    title={t("Someone else has saved version {version} of these minutes.", { version: String(version) })}
    actions={
      settle && (
        <>
          <Button variant="secondary" onClick={settle}>
            {t("Save my text instead")}
          </Button>
          <Button
            variant="secondary"
            onClick={(event) => {
              const { elements } = event.currentTarget.form ?? {};
              const text = elements?.namedItem("minutes") as HTMLTextAreaElement | null;
              if (text) text.value = `${minutes}\n\n${text.value}`;
              settle();
            }}
          >
            {t("Keep both texts")}
          </Button>
        </>
      )
    }
  >
    <p>{t("Your text is still in the field above and isn't saved yet. This is saved:")}</p>
    <pre className="mt-2 max-h-64 overflow-auto rounded-md border border-line bg-surface p-2 font-sans whitespace-pre-wrap wrap-anywhere text-ink">
      {minutes === "" ? t("Nothing") : minutes}
    </pre>
  </Callout>
);
