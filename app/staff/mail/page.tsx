import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { MailFilters } from "@/components/staff/mail/mail-filters";
import { MailTable } from "@/components/staff/mail/mail-table";
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
import { listMail } from "@/lib/staff/mail/list-mail";

export const generateMetadata = (): Metadata => ({ title: t("Email") });

export default personPage(async ({ execute, search }) => {
  const list = await execute(listMail, fromStrings(listMail.input, Object.entries(search)));
  const { page: _page, cursor: _cursor, ...filters } = search;
  const filtered = Object.entries(filters).some(
    ([name, value]) => value !== "" && name !== "sort" && name !== "direction",
  );
  return (
    <>
      <PageHeader
        title={t("Email")}
        description={t("Emails sent by the portal, in the categories your roles let you read.")}
      />
      <MailFilters href="/staff/mail" filters={filters} />
      <Panel flush>
        <MailTable
          order={sortProps("/staff/mail", filters, { key: "at", direction: "desc" })}
          mails={list.items}
          empty={
            filtered ? (
              <EmptyState title={t("No matching emails")}>{t("Change or clear the filters.")}</EmptyState>
            ) : (
              <EmptyState icon={<Icon name="mail-open" />} title={t("No emails yet")}>
                {t("Invitations, notifications and security emails appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks("/staff/mail", filters, list, [msg("email@@of"), msg("emails@@of")])} />
      </Panel>
    </>
  );
});
