import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { listOwnRequests } from "@/lib/accounts/access/own-requests";
import { fieldLimits } from "@/lib/http/field-limits";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { RequestContext } from "@/lib/platform/operations/execute";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import { catalogue, isPermission } from "@/lib/policy/permissions";
import { grantableOn } from "@/lib/policy/record-grants";
import { submit } from "./submit";

interface Denied {
  readonly accountId: string;
  /** A key of the catalogue. */
  readonly permission: string;
  /** The record that the page is about, if it is one that the permission can be granted for alone. */
  readonly recordId?: string | undefined;
}

/**
 * Lets a denied person request the permission from those who can grant it, for all or for one record, or shows that they
 * have. Nothing if it can't be granted, for staff, and for suspended people.
 */
export async function requestAccess({ execute, scope }: RequestContext, { accountId, permission, recordId }: Denied) {
  if (!isPermission(permission) || catalogue[permission].delegable === "nobody") return undefined;
  if (!mayExecute(scope.viewer, listOwnRequests, askForPermission)) return undefined;
  const { mayAsk, items } = await execute(listOwnRequests, {});
  if (!mayAsk) return undefined;
  const kind = grantableOn(permission);
  const open = items.find(
    (one) => one.permission === permission && (one.recordId === null || one.recordId === recordId),
  );
  if (open) {
    return (
      <p role="status">
        {rich("You requested access {time}. You'll be emailed when it's decided.", {
          time: <RelativeTime value={open.createdAt} />,
        })}
      </p>
    );
  }
  return (
    <OperationForm
      action={{
        send: submit.bind(null, askForPermission.name, accountId, null),
        limits: fieldLimits(askForPermission.input),
      }}
      hidden={{ permission }}
      label={t("Request access")}
      submitLabel={t("Request access")}
      pendingLabel={t("Requesting…")}
      className="w-80 max-w-full text-start"
    >
      {kind !== null && recordId !== undefined && (
        <Field name="recordId" label={t("For what?")}>
          <Select
            options={[{ value: recordId, label: kind === "ticket" ? t("This ticket only") : t("This service only") }]}
            placeholder={kind === "ticket" ? t("All tickets") : t("All services")}
            defaultValue={recordId}
          />
        </Field>
      )}
      <Field name="hours" label={t("For how long?")} hint={t("Access with an end date ends by itself.")}>
        <Select
          options={periods()}
          placeholder={t("No end date")}
          defaultValue={kind !== null && recordId !== undefined ? "4" : undefined}
        />
      </Field>
      <Field name="message" label={t("Why do you need access?")}>
        <Textarea rows={2} />
      </Field>
    </OperationForm>
  );
}

const hoursOffered = [1, 4, 8, 24, 72, 168];

const periods = () =>
  hoursOffered.map((hours) => ({
    value: String(hours),
    label:
      hours < 24
        ? t("{count, plural, one {# hour} other {# hours}}", { count: hours })
        : t("{count, plural, one {# day} other {# days}}", { count: hours / 24 }),
  }));
