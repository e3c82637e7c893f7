import type { Metadata } from "next";
import { settingsOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { NoticeList } from "@/components/accounts/settings/notice-list";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { PageHeader } from "@/components/ui/page-header";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { viewNotices } from "@/lib/accounts/settings/view-notices";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Notifications") });

export default accountPage(async ({ execute, may, base, search }) => {
  const { notices } = await execute(viewNotices, { q: search.q ?? "" });
  const here = `${base}/settings/notices`;
  const personHref = may(viewPerson) ? (contactId: string) => `${base}/people/${contactId}` : undefined;
  return (
    <>
      <PageHeader
        title={t("Settings")}
        description={t(
          "Who gets which notifications, and why. Notifications come with roles or are granted individually.",
        )}
      />
      <SettingsTabs base={base} active="/notices" opens={(path) => may(settingsOperations[path])} />
      {(search.q || notices.some(({ hasMore }) => hasMore)) && (
        <FilterBar action={here} resetHref={search.q ? here : undefined} label={t("Search recipients")}>
          <FilterSearch label={t("Person's name")} defaultValue={search.q} />
        </FilterBar>
      )}
      <NoticeList notices={notices} personHref={personHref} />
    </>
  );
});
