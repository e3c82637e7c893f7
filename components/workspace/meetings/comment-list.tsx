import { Markdown } from "@/components/ui/markdown";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { comments: MeetingView["comments"]; now: Date; format: ViewerFormat };

export const CommentList = ({ comments, now, format }: Props) => (
  <ul className="flex flex-col gap-3">
    {comments.map(({ id, authorName, itemTitle, body, createdAt }) => (
      <li key={id} className="border-s-2 border-line ps-3">
        <p className="text-sm text-ink-soft">
          <span className="font-medium text-ink">{authorName}</span> · {itemTitle ?? t("On the minutes as a whole")} ·{" "}
          <RelativeTime value={createdAt} now={now} format={format} />
        </p>
        <Markdown text={body} />
      </li>
    ))}
  </ul>
);
