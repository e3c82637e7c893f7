import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ServiceDetail } from "@/lib/services/services/schema";
import { RevealLogin } from "./reveal-login";

export type ServiceLoginsProps = {
  service: Pick<ServiceDetail, "id" | "status" | "settingUp" | "hasLogin">;
  logins: NonNullable<ServiceDetail["logins"]>;
  action: FormAction;
  pageHref: string;
};

export function ServiceLogins({ service, logins, action, pageHref }: ServiceLoginsProps) {
  return (
    <Panel
      title={t("Credentials")}
      description={logins.length > 0 && t("Revealing credentials is recorded in the activity log under your name.")}
      flush
    >
      {logins.length === 0 ? (
        <p className="p-4 text-ink-soft">{whyNone(service)}</p>
      ) : (
        <ul className="divide-y divide-line">
          {logins.map(({ id, label }) => (
            <li key={id} className="px-4 py-3">
              <RevealLogin action={action} serviceId={service.id} credentialId={id} label={label} pageHref={pageHref} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Why there are none: services that never have any say so up front. */
function whyNone({ status, settingUp, hasLogin }: ServiceLoginsProps["service"]): string {
  if (!hasLogin) return t("This service has no credentials.");
  if (status === "cancelled") return t("Credentials were deleted when the service was cancelled.");
  if (status === "pending" || settingUp) return t("Credentials will appear here once the service is set up.");
  return t("No credentials are stored for this service. Open a ticket if you need them.");
}
