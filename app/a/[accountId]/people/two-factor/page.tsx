import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PolicyPanel } from "@/components/accounts/two-factor/policy-panel";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { Person } from "@/components/ui/person";
import { listNotReady } from "@/lib/accounts/two-factor/list-not-ready";
import { requireTwoFactor } from "@/lib/accounts/two-factor/require-two-factor";
import { stopRequiring } from "@/lib/accounts/two-factor/stop-requiring";
import { viewPolicy } from "@/lib/accounts/two-factor/view-policy";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { inputOf } from "../input-of";
import { peopleFrame } from "../people-frame";

export const generateMetadata = (): Metadata => ({ title: t("Two-factor sign-in") });

export default accountPage(async (page) => {
  const { execute, action, base, search, actor } = page;
  const here = `${base}/people`;
  return peopleFrame(page, "two-factor", async () => {
    const [policy, list] = await Promise.all([
      execute(viewPolicy, {}),
      execute(listNotReady, inputOf(listNotReady, search)),
    ]);
    return (
      <div className="flex flex-col gap-5">
        <PolicyPanel policy={policy} format={actor} require={action(requireTwoFactor)} stop={action(stopRequiring)} />
        <Panel title={t("Not ready yet")} description={t("Members who sign in with their password alone.")} flush>
          <DataTable
            caption={t("Members without two-factor sign-in")}
            rows={list.items}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${here}/${id}`}
            columns={[
              {
                key: "name",
                header: t("Name"),
                cell: ({ name, jobTitle }) => <Person name={name} detail={jobTitle ?? undefined} />,
              },
              {
                key: "state",
                header: t("Status"),
                phone: "state",
                cell: ({ suspended }) => suspended && <Badge tone="warning">{t("Suspended")}</Badge>,
              },
            ]}
            empty={
              <EmptyState icon={<Icon name="shield-check" />} title={t("Everyone is ready")}>
                {t("All members use two-factor sign-in.")}
              </EmptyState>
            }
          />
          <Pagination {...pageLinks(`${here}/two-factor`, {}, list, [msg("person@@of"), msg("people@@of")])} />
        </Panel>
      </div>
    );
  });
});
