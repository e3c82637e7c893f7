import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { EnteredLogins } from "@/components/services/login-details/entered-logins";
import { SentLinks } from "@/components/services/login-details/sent-links";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { listCredentials } from "@/lib/services/login-details/list-credentials";
import { removeCredential } from "@/lib/services/login-details/remove-credential";
import { sendCredentials } from "@/lib/services/login-details/send-credentials";

export const generateMetadata = (): Metadata => ({ title: t("Manage credentials") });

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const entered = await execute(listCredentials, { serviceId: params.serviceId ?? "" });
  const { service, items, links, hasRoom } = entered;
  const here = `${base}/services/${service.id}/credentials`;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("Credentials for {name}", { name: service.name })}
        breadcrumb={[
          { label: t("Services"), href: `${base}/services` },
          { label: service.name, href: `${base}/services/${service.id}` },
        ]}
      />
      <Panel
        title={t("Stored credentials")}
        description={t("Only people on the account can reveal them. Staff can replace them, but not read them.")}
        actions={
          hasRoom && (
            <ButtonLink href={`${here}/add`} size="sm" icon={<Icon name="plus" />}>
              {t("Add credentials")}
            </ButtonLink>
          )
        }
        className="mb-4"
        flush
      >
        <EnteredLogins entered={entered} remove={action(removeCredential)} here={here} format={actor} />
      </Panel>
      {(items.length > 0 || links.length > 0) && (
        <Panel
          title={t("Links sent")}
          description={t(
            "Everyone who gets service notifications and can view the credentials gets a link that works once. A new link ends the one before.",
          )}
          flush
        >
          {links.length > 0 && <SentLinks links={links} format={actor} />}
          {items.length > 0 && (
            <div className="border-t border-line px-4 py-3 first:border-0">
              <OperationForm
                action={action(sendCredentials)}
                hidden={{ serviceId: service.id }}
                idempotencyKey={randomUUID()}
                submitLabel={links.length > 0 ? t("Send new links") : t("Send links")}
                submitVariant="secondary"
                submitSize="sm"
                pendingLabel={t("Sending…")}
                doneMessage={t("Links sent.")}
                label={t("Send links")}
              />
            </div>
          )}
        </Panel>
      )}
    </div>
  );
});
