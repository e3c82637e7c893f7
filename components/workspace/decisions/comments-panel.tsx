import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { MarkdownField } from "@/components/ui/markdown-field";
import { OperationForm } from "@/components/ui/operation-form";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { DecisionComment } from "@/lib/workspace/decisions/schema";

export type CommentsPanelProps = {
  decisionId: string;
  comments: DecisionComment[];
  pages: PaginationProps;
  /** Null for those who may only read. */
  comment: { action: FormAction; idempotencyKey: string } | null;
  format: ViewerFormat;
};

/** Comments to everyone who is invited, newest first, and the viewer's own private notes among them. */
export function CommentsPanel({ decisionId, comments, pages, comment, format }: CommentsPanelProps) {
  return (
    <Panel id="comments" title={t("Comments")}>
      {comment && (
        <OperationForm
          action={comment.action}
          idempotencyKey={comment.idempotencyKey}
          hidden={{ decisionId }}
          label={t("New comment")}
          submitLabel={t("Add")}
          submitVariant="secondary"
          resetOnDone
        >
          <MarkdownField
            name="body"
            label={t("New comment")}
            hideLabel
            rows={3}
            placeholder={t("Write to everyone who is invited")}
          />
          <Checkbox
            name="private"
            value="true"
            label={t("Private note")}
            hint={t("Only you can see it. Administrators can't.")}
          />
        </OperationForm>
      )}
      {comments.length === 0 ? (
        <p className="mt-4 text-ink-soft">{t("Nobody has written anything yet.")}</p>
      ) : (
        <ol className="mt-4 flex flex-col gap-4">
          {comments.map((one) => (
            <li key={one.id}>
              <p className="flex flex-wrap items-center gap-2">
                <Avatar name={one.authorName} size="sm" />
                <span className="font-medium wrap-anywhere">{one.authorName}</span>
                {one.private && <Badge icon={<Icon name="eye-off" className="size-3.5" />}>{t("Private note")}</Badge>}
                <span className="text-sm text-ink-soft">
                  <DateTime value={one.createdAt} style="dateTime" format={format} />
                </span>
              </p>
              <Markdown text={one.body} className="mt-1" />
            </li>
          ))}
        </ol>
      )}
      <Pagination {...pages} />
    </Panel>
  );
}
