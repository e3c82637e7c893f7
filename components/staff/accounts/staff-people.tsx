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
  /** The page that assigns a role; omitted for staff who may not. */
  giveHref?: (person: PersonItem) => string;
};

/** The people on a customer's account, each with a link to assign a role. */
export function StaffPeople({ people, hrefOf, giveHref }: StaffPeopleProps) {
  return (
    <DataTable
      caption={t("People on the account")}
      columns={giveHref ? [...columns(), giveColumn(giveHref)] : columns()}
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

function giveColumn(giveHref: (person: PersonItem) => string): Column<PersonItem> {
  return {
    key: "give",
    header: t("Actions"),
    hideHeader: true,
    numeric: true,
    cell: (person) =>
      !person.isOwner && (
        <ButtonLink
          href={giveHref(person)}
          size="sm"
          aria-label={t("Assign role to {name}", { name: person.name })}
          className="relative z-1"
        >
          {rich("Assign<part> role</part>", { part: (text) => <span className="wide-only">{text}</span> })}
        </ButtonLink>
      ),
  };
}
