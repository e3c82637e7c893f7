import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { InboundFilters } from "@/components/support/inbound-mail/inbound-filters";
import { InboundTable } from "@/components/support/inbound-mail/inbound-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listInboundMail } from "@/lib/support/inbound-mail/list-inbound-mail";

const PATH = "/staff/inbound-mail";

export const generateMetadata = (): Metadata => ({ title: t("Received email") });

export default personPage(async ({ execute, search }) => {
  const list = await execute(listInboundMail, fromStrings(listInboundMail.input, Object.entries(search)));
  const { page: _, ...filters } = search;
  const filtered = Object.entries(filters).some(
    ([name, value]) => value !== "" && name !== "sort" && name !== "direction",
  );
  return (
    <>
      <PageHeader
        title={t("Received email")}
        description={t("Every email to the support desk, what became of it, and why.")}
      />
      <InboundFilters href={PATH} filters={filters} />
      <Panel flush>
        <InboundTable
          order={sortProps(PATH, filters, { key: "received", direction: "desc" })}
          mails={list.items}
          empty={
            filtered ? (
              <EmptyState title={t("No matching emails")}>{t("Change or clear the filters.")}</EmptyState>
            ) : (
              <EmptyState icon={<Icon name="inbox" />} title={t("No emails received yet")}>
                {t("Replies to ticket notifications and emails to the departments' addresses appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(PATH, filters, list, [msg("email@@of"), msg("emails@@of")])} />
      </Panel>
    </>
  );
});
