import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { InvitationView } from "@/lib/identity/sign-in/find-invitation";
import { SHORTEST_PASSWORD } from "@/lib/platform/kernel/new-password";
import { signOutAction } from "../../sign-out/action";
import { acceptAction, joinAction } from "./action";

interface WayIn {
  readonly token: string;
  readonly invitation: InvitationView;
}

/** For somebody who has no login yet. */
export function JoinForm({ token, invitation }: WayIn) {
  return (
    <OperationForm
      action={joinAction}
      hidden={{ token }}
      label="Make your login"
      submitLabel={`Join ${invitation.accountName}`}
      pendingLabel="Joining…"
      wideSubmit
    >
      <p className="text-ink-soft">
        Make your login: you will sign in with {invitation.email} and the password that you choose here.
      </p>
      <input type="text" autoComplete="username" value={invitation.email} readOnly hidden />
      <Field name="name" label="Your name" required>
        <Input autoComplete="name" defaultValue={invitation.name} maxLength={200} />
      </Field>
      <Field name="newPassword" label="Password" required hint={`At least ${SHORTEST_PASSWORD} characters.`}>
        <Input type="password" autoComplete="new-password" minLength={SHORTEST_PASSWORD} maxLength={200} />
      </Field>
    </OperationForm>
  );
}

/** For somebody who is signed in with the invited address. */
export function AcceptForm({ token, invitation }: WayIn) {
  return (
    <OperationForm
      action={acceptAction}
      hidden={{ token }}
      submitLabel={`Join ${invitation.accountName}`}
      pendingLabel="Joining…"
      wideSubmit
    >
      <p className="text-ink-soft">
        You keep your login. The account appears beside those you have, in the switcher at the top.
      </p>
    </OperationForm>
  );
}

/** For somebody who has a login and is not signed in. */
export function SignInFirst({ token }: { token: string }) {
  return (
    <>
      <p className="mb-4 text-ink-soft">
        There is a login for this address. Sign in with it, then accept with one click.
      </p>
      <ButtonLink href={`/sign-in?next=/invitation/${token}`} variant="primary" size="lg" className="w-full">
        Sign in to accept
      </ButtonLink>
    </>
  );
}

/** For somebody who is signed in as another person than the invited one. */
export function OtherPerson({ token, email, current }: { token: string; email: string; current: string }) {
  return (
    <form action={signOutAction} className="flex flex-col gap-4">
      <Callout kind="warning" title="You are signed in with another address">
        The invitation is for {email}; you are signed in as {current}.
      </Callout>
      <input type="hidden" name="next" value={`/invitation/${token}`} />
      <Button type="submit" variant="primary" size="lg">
        Sign out and go on
      </Button>
    </form>
  );
}
