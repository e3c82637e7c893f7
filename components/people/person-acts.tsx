import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/kernel/form-state";
import type { PersonDetail } from "@/lib/people/schema";
import { consequencesOf } from "./consequences";
import { earliest } from "./earliest";

type Act = PersonDetail["acts"][number];

export type PersonActsProps = {
  person: PersonDetail;
  actions: Record<Exclude<Act, "change-access" | "offer-ownership">, FormAction>;
  /** Where ownership is offered to them. */
  offerHref: string;
  /** The end as a day of the viewer's zone; "" for none. */
  term: string;
  today: string;
  /** One a rendering, for what must not happen twice. */
  idempotencyKey: string;
};

/** What can be done about a person beside their access. Only what the viewer may do is offered. */
export function PersonActs({ person, actions, offerHref, term, today, idempotencyKey }: PersonActsProps) {
  const { id: contactId, name, version, details, acts } = person;
  const says = consequencesOf(person);
  const offered = (act: Act) => acts.includes(act);
  const hidden = { contactId };
  if (acts.every((act) => act === "change-access")) return null;
  return (
    <Panel title="Manage">
      <div className="flex flex-wrap gap-2">
        {offered("resend-invite") && (
          <ConfirmDialog
            id="resend"
            action={actions["resend-invite"]}
            {...{ hidden, idempotencyKey }}
            trigger={person.kind === "member" ? "Resend invitation" : "Ask again to confirm"}
            title={person.kind === "member" ? `Send ${name} a new invitation?` : `Ask ${name} again?`}
            consequences={says.resend}
            confirmLabel="Send it"
            destructive={false}
          />
        )}
        {offered("update-name") && (
          <Change id="name" trigger="Change name" title={`Change the name of ${name}`}>
            <OperationForm action={actions["update-name"]} hidden={{ contactId, version }} submitLabel="Save the name">
              <Field name="name" label="Name" required hint="As it is known on this account.">
                <Input defaultValue={name} autoComplete="off" maxLength={200} />
              </Field>
            </OperationForm>
          </Change>
        )}
        {offered("update-email") && (
          <Change id="email" trigger="Change address" title={`Change the address of ${name}`}>
            <OperationForm
              action={actions["update-email"]}
              hidden={{ contactId, version }}
              submitLabel="Save the address"
            >
              <Field name="email" label="Email address" required hint={says.email}>
                <Input type="email" defaultValue={details?.email} autoComplete="off" maxLength={254} />
              </Field>
            </OperationForm>
          </Change>
        )}
        {offered("set-term") && (
          <Change
            id="term"
            trigger={term ? "Change end date" : "Set end date"}
            title={`When does ${name}'s access end?`}
          >
            <OperationForm action={actions["set-term"]} hidden={{ contactId, version }} submitLabel="Save the end">
              <Field name="endsAt" label="Last day" hint="The day itself still counts. Empty it for no end.">
                <Input type="date" defaultValue={term} min={earliest(term, today)} />
              </Field>
            </OperationForm>
          </Change>
        )}
        {offered("offer-ownership") && <ButtonLink href={offerHref}>Offer ownership…</ButtonLink>}
        {offered("restore") && (
          <ConfirmDialog
            id="restore"
            action={actions.restore}
            hidden={hidden}
            trigger="Restore access"
            title={`Restore ${name}'s access?`}
            consequences={says.restore}
            confirmLabel="Restore"
            destructive={false}
          />
        )}
        {offered("suspend") && (
          <ConfirmDialog
            id="suspend"
            action={actions.suspend}
            hidden={hidden}
            trigger="Suspend"
            title={`Suspend ${name}?`}
            consequences={says.suspend}
            confirmLabel="Suspend"
          />
        )}
        {offered("revoke-invite") && (
          <ConfirmDialog
            id="revoke"
            action={actions["revoke-invite"]}
            hidden={hidden}
            trigger="Revoke invitation"
            title={`Revoke the invitation of ${name}?`}
            consequences={says.revoke}
            confirmLabel="Revoke"
          />
        )}
        {offered("remove") && (
          <ConfirmDialog
            id="remove"
            action={actions.remove}
            hidden={hidden}
            trigger={person.isYou ? "Leave the account" : "Remove"}
            title={person.isYou ? "Leave this account?" : `Remove ${name}?`}
            consequences={says.remove}
            confirmLabel={person.isYou ? "Leave" : "Remove"}
          />
        )}
      </div>
    </Panel>
  );
}

type ChangeProps = { id: string; trigger: string; title: string; children: React.ReactNode };

function Change({ id, trigger, title, children }: ChangeProps) {
  return (
    <>
      <DialogButton opens={id}>{trigger}</DialogButton>
      <Dialog id={id} title={title}>
        {children}
      </Dialog>
    </>
  );
}
