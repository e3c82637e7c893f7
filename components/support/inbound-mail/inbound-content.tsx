import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import type { InboundMailDetail } from "@/lib/support/inbound-mail/schema";

/** The text of an email and its files, and its original in a frame that runs and loads nothing. */
export function InboundContent({ mail }: { mail: InboundMailDetail }) {
  const { content, subject } = mail;
  if (content === null) {
    return (
      <Panel title={t("Content")}>
        <p className="text-ink-soft">{t("This email is no longer kept, or it can't be read.")}</p>
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t("Content")}>
        {content.text === "" ? (
          <p className="text-ink-soft">{t("(no text)")}</p>
        ) : (
          <pre className="font-sans whitespace-pre-wrap wrap-anywhere text-ink">{content.text}</pre>
        )}
        {content.files.length > 0 && (
          <ul className="mt-4 flex flex-wrap gap-2" aria-label={t("Files")}>
            {content.files.map(({ name, type, bytes }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: files of a mail are never reordered, and may share a name
              <li key={index} className="min-w-0">
                <Badge icon={<Icon name="file-text" className="size-3.5" />}>
                  <span className="wrap-anywhere">
                    {name || type} · {sizeOf(bytes)}
                  </span>
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {content.hasHtml && (
        <details className="rounded-lg border border-line">
          <summary className="cursor-pointer px-4 py-2.5 font-medium text-ink">
            {t("Original, without remote pictures")}
          </summary>
          {content.remoteImages > 0 && (
            <p className="px-4 pb-2.5 text-sm text-ink-soft">
              {t("{count, plural, one {# remote picture was left out.} other {# remote pictures were left out.}}", {
                count: content.remoteImages,
              })}
            </p>
          )}
          {/* Sandboxed: an opaque origin, no scripts and no network. Nothing is left in it that the browser would have to block. */}
          <iframe
            title={t("Email: {subject}", { subject: subject || t("(no subject)") })}
            src={`/api/v1/staff/inbound-mail/${mail.id}/contents`}
            sandbox=""
            loading="lazy"
            referrerPolicy="no-referrer"
            className={cx("w-full rounded-b-lg border-t border-line bg-white", frameHeight(content.text))}
          />
        </details>
      )}
    </>
  );
}

/** As the text is long: what is in the frame can't be measured from outside, and a short mail would stand on a whole white page. */
function frameHeight(text: string): string {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE), 0);
  if (text === "" || lines > 14) return "h-[36rem]";
  return lines > 6 ? "h-96" : "h-56";
}

/** Characters of a line on a phone. */
const LINE = 45;

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? t("{count} kB", { count: Math.max(1, Math.round(bytes / 1_000)) })
    : t("{count} MB", { count: (bytes / 1_000_000).toFixed(1) });
