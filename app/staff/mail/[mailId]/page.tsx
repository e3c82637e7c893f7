import { personPage } from "@/app/page-context";
import { MailView } from "@/components/staff/mail/mail-view";
import { PageHeader } from "@/components/ui/page-header";
import { fromStrings } from "@/lib/http/from-strings";
import { viewMail } from "@/lib/staff/mail/view-mail";

export const metadata = { title: "Mail" };

export default personPage(async ({ execute, params, actor }) => {
  const mail = await execute(viewMail, fromStrings(viewMail.input, Object.entries(params)) as { mailId: string });
  return (
    <>
      <PageHeader title={mail.subject} breadcrumb={[{ label: "Mail", href: "/staff/mail" }]} />
      <MailView mail={mail} format={actor} />
    </>
  );
});
