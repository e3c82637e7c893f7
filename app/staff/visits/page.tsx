import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { OwnVisitsPanel } from "@/components/accounts/staff-visits/own-visits-panel";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { listOwnVisits } from "@/lib/accounts/staff-visits/list-own-visits";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Open accounts") });

export default personPage(async ({ execute, search, actor }) => {
  const list = await execute(listOwnVisits, fromStrings(listOwnVisits.input, Object.entries(search)));
  return (
    <>
      <PageHeader
        title={t("Open accounts")}
        description={t("The accounts that you have open, and those whose owner you asked.")}
      />
      <OwnVisitsPanel
        visits={list.items}
        pages={pageLinks("/staff/visits", search, list, [msg("account@@of"), msg("accounts@@of")])}
        format={actor}
      />
    </>
  );
});
