import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";
import type { FileText } from "@/lib/workspace/documents/schema";

type TextPreviewProps = { name: string; read: FileText };

/** A text file as it is written: Markdown, CSV and HTML too. */
export function TextPreview({ name, read: { state, text, truncated } }: TextPreviewProps) {
  if (state === "waiting") {
    return (
      <EmptyState icon={<Icon name="eye" />} title={t("The preview is being prepared")}>
        {t("It takes a few seconds. Reload the page to see it.")}
      </EmptyState>
    );
  }
  if (state !== "ready") {
    return (
      <EmptyState icon={<Icon name="file-text" />} title={t("No preview")}>
        {t("This file isn't readable text. Download it to open it.")}
      </EmptyState>
    );
  }
  return (
    <section
      aria-label={t("Text of {name}", { name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[85vh] overflow-auto p-4"
    >
      <pre className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">{text}</pre>
      {truncated && <p className="mt-3 text-sm text-ink-soft">{t("Only the beginning of this file is shown.")}</p>}
    </section>
  );
}
