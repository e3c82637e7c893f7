import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { fieldLimits } from "@/lib/http/field-limits";
import { joinInput } from "@/lib/identity/sign-in/accept-invitation";
import type { InvitationView } from "@/lib/identity/sign-in/find-invitation";
import { SHORTEST_PASSWORD } from "@/lib/platform/kernel/new-password";
import { t } from "@/lib/platform/language/t";
import { signOutAction } from "../../sign-out/action";
import { acceptAction, joinAction } from "./action";

interface WayIn {
  readonly token: string;
  readonly invitation: InvitationView;
}

/** For people without a login. */
export function JoinForm({ token, invitation }: WayIn) {
  return (
    <OperationForm
      action={{ send: joinAction, limits: fieldLimits(joinInput) }}
      hidden={{ token }}
      label={t("Create your login")}
      submitLabel={t("Join {accountName}", { accountName: invitation.accountName })}
      pendingLabel={t("Joining…")}
      wideSubmit
    >
      <p className="text-ink-soft">
        {t("Create your login. You'll sign in with {email} and the password you choose here.", {
          email: invitation.email,
        })}
      </p>
      <input type="text" autoComplete="username" value={invitation.email} readOnly hidden />
      <Field name="name" label={t("Your name")} required>
        <Input autoComplete="name" defaultValue={invitation.name} />
      </Field>
      <Field
        name="newPassword"
        label={t("Password")}
        required
        hint={t("At least {count} characters.", { count: SHORTEST_PASSWORD })}
      >
        <Input type="password" autoComplete="new-password" />
      </Field>
    </OperationForm>
  );
}

/** For people signed in with the invited address. */
export function AcceptForm({ token, invitation }: WayIn) {
  return (
    <OperationForm
      action={acceptAction}
      hidden={{ token }}
      submitLabel={t("Join {accountName}", { accountName: invitation.accountName })}
      pendingLabel={t("Joining…")}
      wideSubmit
    >
      <p className="text-ink-soft">
        {t("You keep your existing login. The account is added to the account switcher at the top of the page.")}
      </p>
    </OperationForm>
  );
}

/** For people who have a login but are not signed in. */
export function SignInFirst({ token }: { token: string }) {
  return (
    <>
      <p className="mb-4 text-ink-soft">
        {t("You already have a login with this email address. Sign in to accept the invitation.")}
      </p>
      <ButtonLink href={`/sign-in?next=/invitation/${token}`} variant="primary" size="lg" className="w-full">
        {t("Sign in to accept")}
      </ButtonLink>
    </>
  );
}

/** For people signed in with another address than the invited one. */
export function OtherPerson({ token, email, current }: { token: string; email: string; current: string }) {
  return (
    <form action={signOutAction} className="flex flex-col gap-4">
      <Callout kind="warning" title={t("You're signed in with a different email address")}>
        {t("This invitation is for {email}, but you're signed in as {current}.", { email, current })}
      </Callout>
      <input type="hidden" name="next" value={`/invitation/${token}`} />
      <Button type="submit" variant="primary" size="lg">
        {t("Sign out and continue")}
      </Button>
    </form>
  );
}
