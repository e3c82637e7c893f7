import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LoginLink } from "@/components/services/login-details/login-link";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { revealByLink } from "@/lib/services/login-details/reveal-by-link";
import { viewCredentialLink } from "@/lib/services/login-details/view-credential-link";

// The address is a secret: nothing that follows links may find it. Every page keeps its address from other sites; with
// `no-referrer` here, the form without a script would be sent without its origin, and refused.
export const generateMetadata = (): Metadata => ({
  title: t("Credentials"),
  robots: { index: false },
});

/** Where a link from an email leads. Opening it changes nothing; the button reveals the credentials once. */
export default accountPage(async ({ execute, action, base, params, actor }) => {
  const token = params.token ?? "";
  const { service, state, expiresAt } = await execute(viewCredentialLink, { token });
  const serviceHref = `${base}/services/${service.id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Credentials for {name}", { name: service.name })}
        description={
          state === "open" &&
          rich("This link works once, until {date}. Revealing the credentials is recorded under your name.", {
            date: <DateTime value={expiresAt} style="dateTime" format={actor} />,
          })
        }
        breadcrumb={[{ label: service.name, href: serviceHref }]}
      />
      <Panel>
        <LoginLink action={action(revealByLink)} token={token} state={state} serviceHref={serviceHref} />
      </Panel>
    </div>
  );
});
