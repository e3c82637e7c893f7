import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TwoFactor } from "@/lib/identity/two-factor/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

type TwoFactorPanelProps = {
  twoFactor: TwoFactor;
  format: ViewerFormat;
  now: Date;
  removeApp: FormAction;
  removePasskey: FormAction;
};

/** How the person signs in besides their password: their factors, and the codes for when those are lost. */
export function TwoFactorPanel(props: TwoFactorPanelProps) {
  const { twoFactor, format, now } = props;
  const { since, authenticator, passkeys, recoveryCodesLeft } = twoFactor;
  return (
    <Panel
      id="two-factor"
      title={t("Two-factor sign-in")}
      description={t("Besides your password, signing in needs something only you have.")}
      actions={since ? <Badge tone="success">{t("On")}</Badge> : <Badge>{t("Off")}</Badge>}
    >
      <Required {...props} />
      <ul className="divide-y divide-line">
        <Factor
          name={t("Authenticator app")}
          detail={authenticator ? used(authenticator.lastUsedAt, now, format) : t("Codes from an app on your phone.")}
          act={
            authenticator ? (
              <RemoveFactor id="remove-app" action={props.removeApp} name={t("Authenticator app")} {...props} />
            ) : (
              <ButtonLink href="/profile/security/authenticator">{t("Set up an app")}</ButtonLink>
            )
          }
        />
        {passkeys.map(({ id, name, lastUsedAt }) => (
          <Factor
            key={id}
            name={name}
            detail={
              <>
                {t("Passkey")} · {used(lastUsedAt, now, format)}
              </>
            }
            act={
              <RemoveFactor
                id={`remove-${id}`}
                action={props.removePasskey}
                hidden={{ passkeyId: id }}
                name={name}
                {...props}
              />
            }
          />
        ))}
        <Factor
          name={passkeys.length > 0 ? t("Another passkey") : t("Passkey")}
          detail={t("Fingerprint, face, PIN or security key.")}
          act={<ButtonLink href="/profile/security/passkey">{t("Add a passkey")}</ButtonLink>}
        />
        {since && (
          <Factor
            name={t("Recovery codes")}
            detail={t("{count, plural, one {# unused code} other {# unused codes}} left", { count: recoveryCodesLeft })}
            act={<ButtonLink href="/profile/security/recovery-codes">{t("New codes")}</ButtonLink>}
          />
        )}
      </ul>
    </Panel>
  );
}

/** Which accounts don't let them in without, and from when. */
function Required({ twoFactor: { since, requiredBy }, format, now }: TwoFactorPanelProps) {
  if (since !== null || requiredBy.length === 0) return null;
  return (
    <div className="mb-3 flex flex-col gap-2">
      {requiredBy.map(({ accountId, name, from }) =>
        new Date(from) <= now ? (
          <Callout key={accountId} kind="warning" title={t("{name} requires two-factor sign-in", { name })}>
            {t("Set up one of these to get your access back.")}
          </Callout>
        ) : (
          <Callout key={accountId} kind="info" title={t("{name} will require two-factor sign-in", { name })}>
            {rich("Set up one of these before {from}, or you won't have access until you do.", {
              from: <DateTime value={from} format={format} />,
            })}
          </Callout>
        ),
      )}
    </div>
  );
}

function Factor({ name, detail, act }: { name: string; detail: ReactNode; act: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere text-ink">{name}</p>
        <p className="text-sm text-ink-soft">{detail}</p>
      </div>
      {act}
    </li>
  );
}

const used = (at: string | null, now: Date, format: ViewerFormat): ReactNode =>
  at === null
    ? t("Not used yet")
    : rich("Last used {when}", { when: <RelativeTime value={at} now={now} format={format} /> });

type RemoveFactorProps = Pick<TwoFactorPanelProps, "twoFactor"> & {
  id: string;
  action: FormAction;
  name: string;
  hidden?: Record<string, string>;
};

function RemoveFactor({ id, action, name, hidden = {}, twoFactor }: RemoveFactorProps) {
  const last = twoFactor.passkeys.length + (twoFactor.authenticator ? 1 : 0) === 1;
  const requiring = twoFactor.requiredBy.map((account) => account.name);
  return (
    <ConfirmDialog
      id={id}
      action={action}
      hidden={hidden}
      trigger={t("Remove")}
      triggerProps={{ "aria-label": t("Remove {name}", { name }) }}
      title={t("Remove {name}?", { name })}
      consequences={[
        ...(last
          ? [
              t("It is your last factor: from now on your password alone signs you in."),
              t("Your recovery codes stop working."),
              ...requiring.map((account) => t("{account} won't let you in without two-factor sign-in.", { account })),
            ]
          : [t("It can't be used to sign in any more.")]),
        t("We tell you by email."),
      ]}
      confirmLabel={t("Remove")}
      doneMessage={t("{name} was removed.", { name })}
    />
  );
}
