import type { ReactNode } from "react";
import { consequencesOf } from "@/components/accounts/access/consequences";
import { Dialog } from "@/components/ui/dialog";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { t } from "@/lib/platform/language/t";
import { earliest } from "./earliest";
import type { PersonActsProps } from "./person-acts-props";

/** Dialogs to change a person's name, email address and end date. */
export function PersonEdits({ person, actions, term, today }: PersonActsProps) {
  const { id: contactId, version, name, details, acts } = person;
  const hidden = { contactId, version };
  return (
    <>
      {acts.includes("update-name") && (
        <Edit id="name" trigger={t("Change name")} title={t("Change name of {name}", { name })}>
          <OperationForm action={actions["update-name"]} hidden={hidden} submitLabel={t("Save name")}>
            <Field name="name" label={t("Name")} required hint={t("Shown on this account only.")}>
              <Input defaultValue={name} autoComplete="off" />
            </Field>
          </OperationForm>
        </Edit>
      )}
      {acts.includes("update-email") && (
        <Edit id="email" trigger={t("Change email")} title={t("Change email address of {name}", { name })}>
          <OperationForm action={actions["update-email"]} hidden={hidden} submitLabel={t("Save email address")}>
            <Field name="email" label={t("Email address")} required hint={consequencesOf(person).email}>
              <Input type="email" defaultValue={details?.email} autoComplete="off" />
            </Field>
          </OperationForm>
        </Edit>
      )}
      {acts.includes("set-term") && (
        <Edit
          id="term"
          trigger={term ? t("Change end date") : t("Set end date")}
          title={t("End date for {name}", { name })}
        >
          <OperationForm action={actions["set-term"]} hidden={hidden} submitLabel={t("Save end date")}>
            <Field
              name="endsAt"
              label={t("End date")}
              hint={t("Access ends at the end of this day. Leave empty for no end date.")}
            >
              <Input type="date" defaultValue={term} min={earliest(term, today)} />
            </Field>
          </OperationForm>
        </Edit>
      )}
    </>
  );
}

type EditProps = { id: string; trigger: string; title: string; children: ReactNode };

function Edit({ id, trigger, title, children }: EditProps) {
  return (
    <>
      <DialogButton opens={id}>{trigger}</DialogButton>
      <Dialog id={id} title={title}>
        {children}
      </Dialog>
    </>
  );
}
