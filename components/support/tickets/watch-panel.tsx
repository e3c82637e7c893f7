import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { SidePanel } from "@/components/ui/side-panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { TicketDetail } from "@/lib/support/tickets/schema";

export type WatchPanelProps = { ticket: TicketDetail; watch: FormAction; copyIn: FormAction; remove: FormAction };

/** Who is mailed about this ticket besides those who get all ticket notifications: oneself, and colleagues copied in. */
export function WatchPanel({ ticket, watch, copyIn, remove }: WatchPanelProps) {
  const { id: ticketId, watching, watchers, colleagues } = ticket;
  const others = colleagues.filter(({ contactId }) => !watchers.some((one) => one.contactId === contactId));
  return (
    <SidePanel
      title={t("Notifications")}
      description={
        watching
          ? t("You get an email about every new message.")
          : t("Watch this ticket to get an email about every new message.")
      }
    >
      <div className="flex flex-col gap-4">
        <OperationForm
          action={watch}
          hidden={{ ticketId, watch: String(!watching) }}
          label={t("Watch")}
          submitLabel={watching ? t("Stop watching") : t("Watch ticket")}
          submitVariant="secondary"
          submitIcon={<Icon name={watching ? "eye-off" : "eye"} />}
        />
        {watchers.length > 0 && <Watchers ticketId={ticketId} watchers={watchers} remove={remove} />}
        {others.length > 0 && <CopyInForm ticketId={ticketId} colleagues={others} action={copyIn} />}
      </div>
    </SidePanel>
  );
}

type WatchersProps = { ticketId: string; watchers: TicketDetail["watchers"]; remove: FormAction };

function Watchers({ ticketId, watchers, remove }: WatchersProps) {
  return (
    <ul aria-label={t("Also notified")} className="divide-y divide-line border-y border-line">
      {watchers.map(({ contactId, name, addedByName }) => (
        <li key={contactId} className="flex items-center gap-2 py-1.5">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {name}
            <span className="block text-sm text-ink-soft">
              {addedByName === null ? t("Watching") : t("Copied in by {name}", { name: addedByName })}
            </span>
          </span>
          {addedByName !== null && (
            <OperationForm action={remove} hidden={{ ticketId, contactId }} label={t("Remove {name}", { name })}>
              <Button
                type="submit"
                variant="ghost"
                size="sm"
                icon={<Icon name="x" />}
                aria-label={t("Remove {name}", { name })}
              />
            </OperationForm>
          )}
        </li>
      ))}
    </ul>
  );
}

type CopyInFormProps = { ticketId: string; colleagues: TicketDetail["colleagues"]; action: FormAction };

function CopyInForm({ ticketId, colleagues, action }: CopyInFormProps) {
  return (
    <OperationForm
      action={action}
      hidden={{ ticketId }}
      label={t("Copy in")}
      submitLabel={t("Copy in")}
      submitVariant="secondary"
      layout="inline"
    >
      <Field name="contactId" label={t("Colleague")} required className="flex-1">
        <Select
          placeholder={t("Choose a colleague")}
          options={colleagues.map(({ contactId, name }) => ({ value: contactId, label: name }))}
        />
      </Field>
    </OperationForm>
  );
}
