import { fileSize } from "@/components/ui/file-size";
import { Icon } from "@/components/ui/icon";
import { kindIcon, kindWords } from "@/components/ui/kind-words";
import type { Attachment } from "@/lib/platform/files/schema";
import { t } from "@/lib/platform/language/t";

export type AttachmentListProps = {
  attachments: Attachment[];
  /** Where they are below: each has its address there. */
  href: string;
  locale: string;
};

/** The files of a message. A picture shows the small version that the portal made; all are downloaded as they are. */
export function AttachmentList({ attachments, href, locale }: AttachmentListProps) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={t("Attached files")} className="flex flex-wrap items-start gap-2 px-4 pb-3.5">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="w-60 max-w-full max-sm:w-full">
          {attachment.availability === "ready" ? (
            <a
              href={`${href}/${attachment.id}`}
              download={attachment.name}
              className="flex h-full flex-col overflow-hidden rounded-md border border-line bg-surface text-ink hover:border-line-strong"
            >
              {attachment.thumbnail && <Thumbnail src={`${href}/${attachment.id}/thumbnail`} />}
              <Facts attachment={attachment} locale={locale} />
            </a>
          ) : (
            <div className="h-full rounded-md border border-dashed border-line bg-surface text-ink">
              <Facts attachment={attachment} locale={locale} />
              <p className="px-3 pb-2 text-sm text-ink-soft">
                {attachment.availability === "held"
                  ? t("Not checked for viruses yet. It can be downloaded in a few minutes.")
                  : t("Removed, because it contained a virus.")}
              </p>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ src }: { src: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: it is small already, and only its readers may have it
    <img src={src} alt="" loading="lazy" className="h-32 w-full border-b border-line bg-sunken object-cover" />
  );
}

function Facts({ attachment, locale }: { attachment: Attachment; locale: string }) {
  const { name, size, kind } = attachment;
  return (
    <span className="flex min-w-0 items-start gap-2 px-3 py-2">
      <Icon name={kindIcon(kind)} className="mt-0.5 size-4 text-ink-soft" />
      <span className="min-w-0">
        <span className="line-clamp-2 text-sm font-medium wrap-anywhere">{name}</span>
        <span className="block text-sm text-ink-soft">
          {t(kindWords[kind])} · {fileSize(size, locale)}
        </span>
      </span>
    </span>
  );
}
