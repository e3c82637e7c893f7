import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { MailView } from "@/components/staff/mail/mail-view";
import { PageHeader } from "@/components/ui/page-header";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { viewMail } from "@/lib/staff/mail/view-mail";

export const generateMetadata = (): Metadata => ({ title: t("Email") });

export default personPage(async ({ execute, params, actor }) => {
  const mail = await execute(viewMail, fromStrings(viewMail.input, Object.entries(params)) as { mailId: string });
  return (
    <>
      <PageHeader title={mail.subject} breadcrumb={[{ label: t("Email"), href: "/staff/mail" }]} />
      <MailView mail={mail} format={actor} />
    </>
  );
});
