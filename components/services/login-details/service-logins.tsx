import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ServiceDetail } from "@/lib/services/core/schema";
import { RevealLogin } from "./reveal-login";

export type ServiceLoginsProps = {
  service: Pick<ServiceDetail, "id" | "status">;
  logins: NonNullable<ServiceDetail["logins"]>;
  action: FormAction;
  pageHref: string;
};

export function ServiceLogins({ service, logins, action, pageHref }: ServiceLoginsProps) {
  return (
    <Panel
      title="Login details"
      description={logins.length > 0 && "Each reveal is written to the activity log, with your name."}
      flush
    >
      {logins.length === 0 ? (
        <p className="p-4 text-ink-soft">{noLogins[service.status]}</p>
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

const noLogins: Record<ServiceDetail["status"], string> = {
  pending: "They appear here as soon as the service is set up.",
  active: "This service needs no login.",
  suspended: "This service needs no login.",
  cancelled: "They were deleted when the service was cancelled.",
};
