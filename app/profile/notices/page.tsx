import type { Metadata } from "next";
import { NoticesForm } from "@/components/identity/profile/notices-form";
import { PushDevices } from "@/components/identity/push/push-devices";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { chooseNotices } from "@/lib/identity/profile/choose-notices";
import { listNotices } from "@/lib/identity/profile/list-notices";
import { listDevices } from "@/lib/identity/push/list-devices";
import { removeDevice } from "@/lib/identity/push/remove-device";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../../page-context";
import { submit } from "../../submit";

export const generateMetadata = (): Metadata => ({ title: t("Notifications") });

export default personPage(async ({ execute, action, actor, search }) => {
  const [list, { items: devices, publicKey }] = await Promise.all([
    execute(listNotices, fromStrings(listNotices.input, placeIn(search))),
    execute(listDevices, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("Notifications")}
        description={t("Emails that each account sends to {email}.", { email: actor.email })}
      />
      <div className="flex flex-col gap-5">
        {list.items.length === 0 && (
          <Panel flush>
            <EmptyState icon={<Icon name="bell" />} title={t("No notifications")}>
              {t("Your roles and permissions include none. Security emails about your login are always sent.")}
            </EmptyState>
          </Panel>
        )}
        {list.items.map((account) => (
          <Panel key={account.accountId} title={account.accountName}>
            <NoticesForm action={submit.bind(null, chooseNotices.name, account.accountId, null)} account={account} />
          </Panel>
        ))}
        {list.total > list.pageSize && (
          <Pagination {...pageLinks("/profile/notices", {}, list, [msg("account@@of"), msg("accounts@@of")])} />
        )}
        {publicKey !== null && (
          <PushDevices devices={devices} publicKey={publicKey} removeAction={action(removeDevice)} format={actor} />
        )}
      </div>
    </>
  );
});
