import type { ReactNode } from "react";
import { consequencesOf } from "@/components/accounts/access/consequences";
import { Dialog } from "@/components/ui/dialog";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { earliest } from "./earliest";
import type { PersonActsProps } from "./person-acts-props";

/** Dialogs to change a person's name, email address and end date. */
export function PersonEdits({ person, actions, term, today }: PersonActsProps) {
  const { id: contactId, version, name, details, acts } = person;
  const hidden = { contactId, version };
  return (
    <>
      {acts.includes("update-name") && (
        <Edit id="name" trigger="Change name" title={`Change name of ${name}`}>
          <OperationForm action={actions["update-name"]} hidden={hidden} submitLabel="Save name">
            <Field name="name" label="Name" required hint="Shown on this account only.">
              <Input defaultValue={name} autoComplete="off" />
            </Field>
          </OperationForm>
        </Edit>
      )}
      {acts.includes("update-email") && (
        <Edit id="email" trigger="Change email" title={`Change email address of ${name}`}>
          <OperationForm action={actions["update-email"]} hidden={hidden} submitLabel="Save email address">
            <Field name="email" label="Email address" required hint={consequencesOf(person).email}>
              <Input type="email" defaultValue={details?.email} autoComplete="off" />
            </Field>
          </OperationForm>
        </Edit>
      )}
      {acts.includes("set-term") && (
        <Edit id="term" trigger={term ? "Change end date" : "Set end date"} title={`End date for ${name}`}>
          <OperationForm action={actions["set-term"]} hidden={hidden} submitLabel="Save end date">
            <Field
              name="endsAt"
              label="End date"
              hint="Access ends at the end of this day. Leave empty for no end date."
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
