import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { ActionComment } from "@/lib/workspace/actions/schema";

export type CommentsProps = {
  actionId: string;
  comments: readonly ActionComment[];
  earlierHref?: string | undefined;
  laterHref?: string | undefined;
  remove: FormAction;
  format: ViewerFormat;
};

/** Comments for all who see the action, and among them the viewer's own private notes. Oldest first. */
export function Comments({ actionId, comments, earlierHref, laterHref, remove, format }: CommentsProps) {
  return (
    <>
      {earlierHref && <ButtonLink href={earlierHref}>{t("Earlier comments")}</ButtonLink>}
      <ol className="flex flex-col gap-3">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Comment actionId={actionId} comment={comment} remove={remove} format={format} />
          </li>
        ))}
      </ol>
      {laterHref && <ButtonLink href={laterHref}>{t("Later comments")}</ButtonLink>}
    </>
  );
}

type CommentProps = Pick<CommentsProps, "actionId" | "remove" | "format"> & { comment: ActionComment };

function Comment({ actionId, comment, remove, format }: CommentProps) {
  const { id, authorName, mine, private: hidden, body, createdAt, deletable } = comment;
  return (
    <article
      aria-label={`${authorName}, ${hidden ? t("private note") : t("comment")}`}
      className={cx(
        "rounded-lg border px-4 py-3",
        hidden ? "border-dashed border-warning-line bg-warning-soft" : "border-line bg-surface",
      )}
    >
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Avatar name={authorName} size="sm" />
        <span className="font-medium wrap-anywhere text-ink">{authorName}</span>
        {mine && <span className="text-ink-soft">{t("you")}</span>}
        {hidden && (
          <Badge tone="warning" icon={<Icon name="eye-off" className="size-3.5" />}>
            {t("Only you can see this")}
          </Badge>
        )}
        <span className="ms-auto text-sm text-ink-soft">
          <DateTime value={createdAt} style="dateTime" format={format} />
        </span>
      </header>
      <Markdown text={body} className="pt-2 text-ink" />
      {deletable && (
        <OperationForm
          action={remove}
          hidden={{ actionId, commentId: id }}
          submitLabel={t("Delete")}
          submitVariant="ghost"
          submitSize="sm"
          className="mt-1"
        />
      )}
    </article>
  );
}
