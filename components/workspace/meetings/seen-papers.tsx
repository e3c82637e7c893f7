import { FoldedPanel } from "@/components/ui/folded-panel";
import { Markdown } from "@/components/ui/markdown";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";

type Props = { of: Pick<ShownItem, "papers" | "documents"> };

/** Papers and attached documents to be read, without what changes them. A document that can't be opened has no name. */
export const SeenPapers = ({ of: { papers, documents } }: Props) =>
  papers.length + documents.length === 0 ? null : (
    <div className="mt-2 flex flex-col gap-2">
      {papers.map(({ id, title, body }) => (
        <FoldedPanel key={id} title={title}>
          <Markdown text={body} />
        </FoldedPanel>
      ))}
      {documents.map(({ id, document }) => (
        <p key={id} className="text-sm text-ink-soft wrap-anywhere">
          {document?.name ?? t("A document that can't be opened")}
        </p>
      ))}
    </div>
  );
