import type { ComponentProps } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { OwnWaiting } from "@/lib/support/inbound-mail/schema";

export interface OwnWaitingListProps {
  readonly mails: readonly OwnWaiting[];
  readonly pages: ComponentProps<typeof Pagination>;
  readonly choose: FormAction;
  readonly now: Date;
  readonly format: ViewerFormat;
}

/** One's own emails, each with the accounts it could be about. */
export function OwnWaitingList({ mails, pages, choose, now, format }: OwnWaitingListProps) {
  return (
    <Panel flush>
      {mails.length === 0 ? (
        <EmptyState icon={<Icon name="inbox" />} title={t("No email waits for you")}>
          {t("If you write to our support and we can't tell for which of your accounts, the email appears here.")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {mails.map((mail) => (
            <li key={mail.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-3.5">
              <div className="min-w-0 flex-[1_1_20rem]">
                <p className="font-medium wrap-anywhere text-ink">{mail.subject || t("No subject")}</p>
                <p className="text-sm text-ink-soft">
                  {rich("Received {time}.", {
                    time: <RelativeTime value={mail.receivedAt} now={now} format={format} />,
                  })}
                </p>
              </div>
              {mail.accounts.length === 0 ? (
                <p className="text-sm text-ink-soft">
                  {t("You may no longer open tickets. Our support will look at it.")}
                </p>
              ) : (
                <OperationForm
                  action={choose}
                  hidden={{ mailId: mail.id }}
                  label={t("Choose the account of {subject}", { subject: mail.subject || t("No subject") })}
                  submitLabel={t("Open ticket")}
                  className="w-72 max-w-full"
                >
                  <Field name="accountId" label={t("Account")} required>
                    <Select
                      options={mail.accounts.map(({ id, name }) => ({ value: id, label: name }))}
                      placeholder={t("Choose an account")}
                    />
                  </Field>
                </OperationForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination {...pages} />
    </Panel>
  );
}
