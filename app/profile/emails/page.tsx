import type { Metadata } from "next";
import { OwnWaitingList } from "@/components/support/inbound-mail/own-waiting-list";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { placeIn } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { chooseAccount } from "@/lib/support/inbound-mail/choose-account";
import { listOwnWaiting } from "@/lib/support/inbound-mail/list-own-waiting";
import { personPage } from "../../page-context";

export const generateMetadata = (): Metadata => ({ title: t("Emails that wait for you") });

export default personPage(async ({ execute, action, actor, search, realNow: now }) => {
  const mails = await execute(listOwnWaiting, fromStrings(listOwnWaiting.input, placeIn(search)));
  return (
    <>
      <PageHeader
        title={t("Emails that wait for you")}
        description={t("Emails from you to our support that don't say which of your accounts they are about.")}
      />
      <OwnWaitingList
        mails={mails.items}
        pages={pageLinks("/profile/emails", search, mails, [msg("email@@of"), msg("emails@@of")])}
        choose={action(chooseAccount)}
        now={now}
        format={actor}
      />
    </>
  );
});
