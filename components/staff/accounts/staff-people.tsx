import { RoleBadges } from "@/components/accounts/people/role-badges";
import { StandingMark } from "@/components/accounts/people/standing-mark";
import { ButtonLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Person } from "@/components/ui/person";
import type { PersonItem } from "@/lib/accounts/core/schema";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

export type StaffPeopleProps = {
  people: PersonItem[];
  hrefOf: (person: PersonItem) => string;
  /** The page that records a request for them; omitted for staff who may not. */
  requestHref?: (person: PersonItem) => string;
};

/** The people on a customer's account, each with a link to record a role request. */
export function StaffPeople({ people, hrefOf, requestHref }: StaffPeopleProps) {
  return (
    <DataTable
      caption={t("People on the account")}
      columns={requestHref ? [...columns(), requestColumn(requestHref)] : columns()}
      rows={people}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
    />
  );
}

const columns = (): Column<PersonItem>[] => [
  { key: "name", header: t("Name"), cell: ({ name, details }) => <Person name={name} detail={details?.email} /> },
  {
    key: "access",
    header: t("Access"),
    phone: "state",
    cell: ({ details, kind }) =>
      kind === "nonMember" ? (
        <span className="text-ink-soft">{t("Notification-only")}</span>
      ) : (
        details && <RoleBadges details={details} />
      ),
  },
  {
    key: "standing",
    header: t("Status"),
    phone: "amount",
    cell: ({ standing, details }) => <StandingMark standing={standing} details={details} />,
  },
];

function requestColumn(requestHref: (person: PersonItem) => string): Column<PersonItem> {
  return {
    key: "request",
    header: t("Actions"),
    hideHeader: true,
    numeric: true,
    cell: (person) =>
      !person.isOwner && (
        <ButtonLink
          href={requestHref(person)}
          size="sm"
          aria-label={t("Record role request for {name}", { name: person.name })}
          className="relative z-1"
        >
          {rich("Record<part> request</part>", { part: (text) => <span className="wide-only">{text}</span> })}
        </ButtonLink>
      ),
  };
}
