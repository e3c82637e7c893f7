import { PushButton } from "@/components/identity/push/push-button";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { PushDevice } from "@/lib/identity/push/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type PushDevicesProps = {
  devices: PushDevice[];
  publicKey: string;
  removeAction: FormAction;
  format: ViewerFormat;
};

/** The browsers that are told even while no page is open. */
export function PushDevices({ devices, publicKey, removeAction, format }: PushDevicesProps) {
  return (
    <Panel
      title={t("Notifications on your devices")}
      description={t(
        "Your browser shows what is new even while the portal is closed, without its content. Signing out turns it off.",
      )}
    >
      {devices.length > 0 && (
        <ul className="mb-4 divide-y divide-line">
          {devices.map(({ id, device, createdAt, current }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="min-w-0 flex-1 wrap-anywhere">
                {device} {current && <Badge>{t("This session")}</Badge>}
                <span className="block text-sm text-ink-soft">
                  <DateTime value={createdAt} format={format} />
                </span>
              </span>
              <OperationForm
                action={removeAction}
                hidden={{ deviceId: id }}
                label={device}
                submitLabel={t("Turn off")}
                submitVariant="secondary"
              />
            </li>
          ))}
        </ul>
      )}
      {!devices.some(({ current }) => current) && <PushButton publicKey={publicKey} />}
    </Panel>
  );
}
