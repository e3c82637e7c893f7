import { ColourInput } from "@/components/ui/colour-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { BrandDetails } from "@/lib/staff/brand/schema";

/** Name, colours, and what email says. */
export function BrandForm({ brand, action }: { brand: BrandDetails; action: FormAction }) {
  const { name, accent, accentDark, mailSender, mailFooter, version, shown } = brand;
  return (
    <OperationForm
      action={action}
      hidden={{ version }}
      submitLabel={t("Save")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Brand saved.")}
      label={t("Brand")}
    >
      <Field
        name="name"
        label={t("Company name")}
        hint={t("In page titles, email and the API. The name on invoices is the seller's.")}
      >
        <Input defaultValue={name ?? undefined} placeholder={shown.name} autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="accent"
          label={t("Accent colour")}
          hint={t("Buttons and links in the light theme, email and PDFs.")}
        >
          <ColourInput defaultValue={accent ?? undefined} placeholder={shown.accent} />
        </Field>
        <Field
          name="accentDark"
          label={t("Accent colour, dark theme")}
          hint={t("Leave empty to derive it from the accent colour.")}
        >
          <ColourInput defaultValue={accentDark ?? undefined} placeholder={shown.accentDark} />
        </Field>
      </div>
      <Field name="mailSender" label={t("Email sender name")} hint={t("The address is set in MAIL_FROM.")}>
        <Input defaultValue={mailSender ?? undefined} placeholder={shown.mailFrom} autoComplete="off" />
      </Field>
      <Field
        name="mailFooter"
        label={t("Email footer")}
        hint={t("Below every email, such as your company's legal details.")}
      >
        <Textarea rows={3} defaultValue={mailFooter ?? undefined} />
      </Field>
    </OperationForm>
  );
}
