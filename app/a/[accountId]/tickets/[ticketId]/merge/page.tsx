import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { MergePreview } from "@/components/support/merging/merge-preview";
import { MergeTarget } from "@/components/support/merging/merge-target";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Problem } from "@/lib/platform/kernel/problem";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { t } from "@/lib/platform/language/t";
import { mergeTicket } from "@/lib/support/merging/merge-ticket";
import { previewMerge } from "@/lib/support/merging/preview-merge";

export const generateMetadata = (): Metadata => ({ title: t("Merge ticket") });

/** `?into=` is the number of the ticket that stays. */
export default accountPage(async ({ execute, action, base, params, search }) => {
  const { ticket } = await execute(previewMerge, { ticketId: params.ticketId ?? "" });
  const { id: ticketId, number } = ticket;
  const list = `${base}/tickets`;
  const into = ticketNumber(search.into ?? "")[0]?.number;
  const found = into === undefined ? null : await execute(previewMerge, { ticketId, into }).catch(problemIn);
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Merge ticket #{number}", { number })}
        description={t(
          "Its messages are shown in the ticket that stays. Before anything changes you see who could newly read them.",
        )}
        breadcrumb={[
          { label: t("Tickets"), href: list },
          { label: `#${number}`, href: `${list}/${ticketId}` },
        ]}
      />
      <Panel>
        <MergeTarget into={search.into} />
        {found instanceof Problem && <Callout kind="danger">{found.detail}</Callout>}
        {found && !(found instanceof Problem) && found.preview && (
          <MergePreview
            ticket={ticket}
            preview={found.preview}
            action={action(mergeTicket, `${list}/{into}`)}
            cancelHref={`${list}/${ticketId}`}
          />
        )}
      </Panel>
    </div>
  );
});

/** What a number can't be merged with is told beside it. */
function problemIn(error: unknown): Problem {
  if (error instanceof Problem && (error.code === "not-found" || error.code === "conflict")) return error;
  throw error;
}
