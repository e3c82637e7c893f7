import type { Metadata } from "next";
import { OwnLooksPanel } from "@/components/accounts/looks/own-looks-panel";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { placeIn } from "@/components/ui/sort-props";
import { listOwnLooks } from "@/lib/accounts/looks/list-own-looks";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../../page-context";

export const generateMetadata = (): Metadata => ({ title: t("Viewed as you") });

export default personPage(async ({ execute, actor, search, realNow: now }) => {
  const looks = await execute(listOwnLooks, fromStrings(listOwnLooks.input, placeIn(search)));
  return (
    <>
      <PageHeader
        title={t("Viewed as you")}
        description={t(
          "Who viewed the portal as you: owners and administrators of your accounts, staff of your provider, and whoever runs a meeting that you attend.",
        )}
      />
      <OwnLooksPanel
        looks={looks.items}
        pages={pageLinks("/profile/looks", search, looks, [msg("view@@of"), msg("views@@of")])}
        now={now}
        format={actor}
      />
    </>
  );
});
