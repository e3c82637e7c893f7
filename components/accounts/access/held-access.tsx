import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { listed } from "@/lib/platform/kernel/listed";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";

type Details = NonNullable<PersonDetail["details"]>;

interface HeldAccessProps {
  readonly contactId: string;
  readonly details: Details;
  readonly format: ViewerFormat;
  /** Ends a permission for a single record; left out for viewers who may not. */
  readonly end: FormAction | undefined;
}

/** Roles and individual permissions: who granted them, when, and until when; and any limit to services. */
export function HeldAccess({ contactId, details, format, end }: HeldAccessProps) {
  const { roles, permissions, recordGrants, services, departmentsOff } = details;
  if (roles.length + permissions.length + recordGrants.length === 0) {
    return <p className="text-ink-soft">{t("No access yet. Change access to assign a role or grant permissions.")}</p>;
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
      {recordGrants.map(({ id, name, record, over, ...given }) => (
        <Held
          key={id}
          name={name}
          over={over}
          mark={<Badge tone="success">{t("For a single record")}</Badge>}
          says={record ?? t("You can't see the record.")}
        >
          <Given {...given} format={format} />
          {!over && end && (
            <OperationForm
              action={end}
              hidden={{ contactId, grantId: id }}
              label={t("End {permission} for {record}", { permission: name, record: record ?? "" })}
              submitLabel={t("End now")}
              submitVariant="secondary"
              className="mt-1.5"
            />
          )}
        </Held>
      ))}
      {services && (
        <li className="py-2.5">
          <p className="font-medium text-ink">{t("Limited to chosen services")}</p>
          <p className="text-sm wrap-anywhere text-ink-soft">
            {services.length > 0 ? listed(services.map(({ name }) => name)) : t("No services chosen")}
          </p>
        </li>
      )}
      {departmentsOff.length > 0 && (
        <li className="py-2.5">
          <p className="font-medium text-ink">{t("Departments without access")}</p>
          <p className="text-sm text-ink-soft">{listed(departmentsOff.map((one) => t(departmentNames[one])))}</p>
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
        {over && <Badge tone="warning">{t("Ended")}</Badge>}
      </p>
      {says && <p className="text-sm text-ink-soft">{says}</p>}
      <div className="text-sm text-ink-soft">{children}</div>
    </li>
  );
}

function Effect({ effect }: { effect: "on" | "off" }) {
  return effect === "on" ? <Badge tone="success">{t("Granted")}</Badge> : <Badge tone="danger">{t("Denied")}</Badge>;
}

type GivenProps = {
  givenBy: string | null;
  givenAt: string;
  endsAt: string | null;
  reference?: string | null;
  requestedBy?: string | null;
  format: ViewerFormat;
};

/** What was given for so long may end on any minute; a longer time ends with a day. */
const BY_THE_HOUR_MS = 30 * 24 * 60 * 60 * 1000;

const endStyle = (givenAt: string, endsAt: string): "date" | "dateTime" =>
  Date.parse(endsAt) - Date.parse(givenAt) <= BY_THE_HOUR_MS ? "dateTime" : "date";

function Given({ givenBy, givenAt, endsAt, reference, requestedBy, format }: GivenProps) {
  return (
    <>
      {terms({
        by: givenBy,
        date: <DateTime value={givenAt} format={format} />,
        until: endsAt && <DateTime value={endsAt} style={endStyle(givenAt, endsAt)} format={format} />,
      })}
      {reference && ` · ${t("reference {reference}", { reference })}`}
      {requestedBy && `, ${t("requested by {name}", { name: requestedBy })}`}
    </>
  );
}

/** Who granted it, when, and until when. */
function terms({ by, date, until }: { by: string | null; date: ReactNode; until: ReactNode }): ReactNode {
  if (by && until) return rich("By {by} on {date}, until {until}", { by, date, until });
  if (by) return rich("By {by} on {date}", { by, date });
  return until ? rich("Since {date}, until {until}", { date, until }) : rich("Since {date}", { date });
}
