"use client";

import { type MouseEvent, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { type Theme, themeCookie, themeParameter } from "@/lib/platform/kernel/theme";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const choices = [
  { theme: "light", label: msg("Light"), icon: <Icon name="sun" /> },
  { theme: "dark", label: msg("Dark"), icon: <Icon name="moon" /> },
  { theme: "system", label: msg("System"), icon: <Icon name="monitor" /> },
] as const;

/** Light, dark, or system. A GET form that the proxy answers; with a script the page changes in place. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const [current, setCurrent] = useState(theme);

  function choose(event: MouseEvent, next: Theme) {
    event.preventDefault();
    document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
    document.cookie = `${themeCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
    setCurrent(next);
  }

  return (
    <form method="get" aria-label={t("Theme")} className="flex items-center justify-between gap-2 px-2 py-1">
      <span className="text-ink">{t("Theme")}</span>
      <span className="flex gap-0.5 rounded-md border border-line p-0.5">
        {choices.map((choice) => (
          <button
            key={choice.theme}
            type="submit"
            name={themeParameter}
            value={choice.theme}
            aria-label={t(choice.label)}
            aria-pressed={current === choice.theme}
            title={t(choice.label)}
            onClick={(event) => choose(event, choice.theme)}
            className={cx(
              "grid size-7 place-items-center rounded-sm pointer-coarse:size-11",
              current === choice.theme ? "bg-accent-soft text-accent-text" : "text-ink-soft hover:bg-hover",
            )}
          >
            {choice.icon}
          </button>
        ))}
      </span>
    </form>
  );
}
