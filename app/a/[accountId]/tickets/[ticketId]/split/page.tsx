import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { SplitForm } from "@/components/support/merging/split-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listOwnMessages } from "@/lib/support/merging/list-own-messages";
import { splitTicket } from "@/lib/support/merging/split-ticket";

export const generateMetadata = (): Metadata => ({ title: t("Split ticket") });

export default accountPage(async ({ execute, action, base, params, search, actor }) => {
  const asked = [...Object.entries(search), ["ticketId", params.ticketId ?? ""] as const];
  const messages = await execute(listOwnMessages, fromStrings(listOwnMessages.input, asked) as { ticketId: string });
  const { number } = messages;
  const ticketId = params.ticketId ?? "";
  const list = `${base}/tickets`;
  const here = `${list}/${ticketId}/split`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Split ticket #{number}", { number })}
        description={t("The chosen messages become a ticket of their own, which the same people see.")}
        breadcrumb={[
          { label: t("Tickets"), href: list },
          { label: `#${number}`, href: `${list}/${ticketId}` },
        ]}
      />
      <Panel>
        <SplitForm
          ticketId={ticketId}
          messages={messages.items}
          action={action(splitTicket, `${list}/{id}`)}
          idempotencyKey={randomUUID()}
          cancelHref={`${list}/${ticketId}`}
          format={actor}
        />
      </Panel>
      <Pagination {...pageLinks(here, search, messages, [msg("message@@of"), msg("messages@@of")])} />
    </div>
  );
});
