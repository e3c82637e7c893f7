import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

export type FilePreviewProps = {
  name: string;
  /** Of the pages' pictures: the number follows. */
  pageHref: string;
  preview: {
    state: "none" | "waiting" | "ready" | "failed";
    pages: number;
    shown: { number: number; width: number; height: number }[];
  };
};

/** The pages of a file as pictures that the portal has drawn. */
export function FilePreview({ name, pageHref, preview: { state, pages, shown } }: FilePreviewProps) {
  if (state !== "ready") return <NoPreview state={state} />;
  return (
    <ol aria-label={t("Pages of {name}", { name })} className="flex flex-col items-center gap-4 bg-sunken p-4">
      {shown.map(({ number, width, height }) => (
        <li key={number} className="w-full max-w-3xl">
          {/* biome-ignore lint/performance/noImgElement: only its readers may have it, and it is drawn at this size */}
          <img
            src={`${pageHref}${number}`}
            width={width}
            height={height}
            alt={t("Page {number} of {pages}", { number, pages })}
            loading={number > 2 ? "lazy" : "eager"}
            className="h-auto w-full border border-line bg-white"
          />
        </li>
      ))}
      {shown.length < pages && (
        <li className="text-sm text-ink-soft">
          {t("The first {shown} of {pages} pages are shown.", { shown: shown.length, pages })}
        </li>
      )}
    </ol>
  );
}

function NoPreview({ state }: { state: "none" | "waiting" | "failed" }) {
  if (state === "waiting") {
    return (
      <EmptyState icon={<Icon name="eye" />} title={t("The preview is being prepared")}>
        {t("It takes a few seconds. Reload the page to see it.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Icon name="file-text" />} title={t("No preview")}>
      {state === "failed"
        ? t("The pages of this file couldn't be drawn.")
        : t("Pictures, PDF documents and texts are shown here. Download this file to open it.")}
    </EmptyState>
  );
}
