import { AttachmentList } from "@/components/ui/attachments/attachment-list";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Markdown } from "@/components/ui/markdown";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { ReplyItem } from "@/lib/workspace/discussions/schema";

export type PostProps = {
  post: ReplyItem;
  isNew: boolean;
  /** Where the post can be edited and its earlier versions are shown. */
  href: string;
  /** Where its files are. */
  filesHref: string;
  /** The thread's page with this post in the reply; absent if the viewer can't reply. */
  quoteHref?: string;
  now: Date;
  format: ViewerFormat;
};

/** One post of a thread, or what is left of a deleted one. */
export function Post({ post, isNew, href, filesHref, quoteHref, now, format }: PostProps) {
  const { number, authorName, mine, body, createdAt, deletedByName } = post;
  if (deletedByName !== null) {
    return (
      <p id={`post-${number}`} className="rounded-lg border border-dashed border-line px-4 py-3 text-ink-soft">
        {t("{name} deleted this post.", { name: deletedByName })}
      </p>
    );
  }
  return (
    <article
      id={`post-${number}`}
      aria-label={authorName}
      className="scroll-mt-16 rounded-lg border border-line bg-surface"
    >
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-4 pt-3">
        <Avatar name={authorName} size="sm" />
        <span className="font-medium wrap-anywhere text-ink">{authorName}</span>
        {mine && <span className="text-ink-soft">{t("you")}</span>}
        {isNew && <Badge tone="accent">{t("New@@post")}</Badge>}
        <span className="ms-auto text-sm text-ink-soft">
          <DateTime value={createdAt} style="dateTime" format={format} />
          <span className="max-sm:hidden">
            {" · "}
            <RelativeTime value={createdAt} now={now} format={format} />
          </span>
        </span>
      </header>
      <Markdown text={body} className="px-4 pt-2 pb-2 text-ink" />
      <AttachmentList attachments={post.attachments} href={filesHref} locale={format.locale} />
      <PostFooter {...{ post, href, quoteHref, format }} />
    </article>
  );
}

type FooterProps = Pick<PostProps, "post" | "href" | "quoteHref" | "format">;

function PostFooter({ post, href, quoteHref, format }: FooterProps) {
  const { editedAt, editedByName, allowed } = post;
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pb-3 text-sm text-ink-soft">
      {editedAt && (
        <TextLink href={`${href}#versions`}>
          {t("Edited by {name}", { name: editedByName ?? "" })}{" "}
          <DateTime value={editedAt} style="dateTime" format={format} />
        </TextLink>
      )}
      {quoteHref && <TextLink href={quoteHref}>{t("Quote")}</TextLink>}
      {(allowed.update || allowed.remove) && <TextLink href={href}>{t("Edit or delete")}</TextLink>}
    </footer>
  );
}
