import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

type Details = NonNullable<PersonDetail["details"]>;

/** Roles and individual permissions: who granted them, when, and until when; and any limit to services. */
export function HeldAccess({ details, format }: { details: Details; format: ViewerFormat }) {
  const { roles, permissions, services } = details;
  if (roles.length + permissions.length === 0) {
    return <p className="text-ink-soft">No access yet. Change access to assign a role or grant permissions.</p>;
  }
  return (
    <ul className="divide-y divide-line">
      {roles.map((held) => (
        <Held key={held.role} name={held.name} over={held.over} says={held.title}>
          <Given {...held} format={format} />
        </Held>
      ))}
      {permissions.map((held) => (
        <Held key={held.permission} name={held.name} over={held.over} mark={<Effect effect={held.effect} />}>
          <Given {...held} format={format} />
        </Held>
      ))}
      {services && (
        <li className="py-2.5">
          <p className="font-medium text-ink">Limited to chosen services</p>
          <p className="text-sm wrap-anywhere text-ink-soft">
            {services.length > 0
              ? new Intl.ListFormat("en-GB").format(services.map(({ name }) => name))
              : "No services chosen"}
          </p>
        </li>
      )}
    </ul>
  );
}

type HeldProps = { name: string; over: boolean; says?: string; mark?: ReactNode; children: ReactNode };

function Held({ name, over, says, mark, children }: HeldProps) {
  return (
    <li className="py-2.5 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
        {name}
        {mark}
        {over && <Badge tone="warning">Ended</Badge>}
      </p>
      {says && <p className="text-sm text-ink-soft">{says}</p>}
      <p className="text-sm text-ink-soft">{children}</p>
    </li>
  );
}

function Effect({ effect }: { effect: "on" | "off" }) {
  return effect === "on" ? <Badge tone="success">Granted</Badge> : <Badge tone="danger">Denied</Badge>;
}

type GivenProps = {
  givenBy: string | null;
  givenAt: string;
  endsAt: string | null;
  reference?: string | null;
  requestedBy?: string | null;
  format: ViewerFormat;
};

function Given({ givenBy, givenAt, endsAt, reference, requestedBy, format }: GivenProps) {
  return (
    <>
      {givenBy ? `By ${givenBy} on ` : "Since "}
      <DateTime value={givenAt} format={format} />
      {endsAt && (
        <>
          , until <DateTime value={endsAt} format={format} />
        </>
      )}
      {reference && ` · reference ${reference}`}
      {requestedBy && `, requested by ${requestedBy}`}
    </>
  );
}
