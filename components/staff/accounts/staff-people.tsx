import { RoleBadges } from "@/components/accounts/people/role-badges";
import { StandingMark } from "@/components/accounts/people/standing-mark";
import { ButtonLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Person } from "@/components/ui/person";
import type { PersonItem } from "@/lib/accounts/core/schema";

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
      caption="People on the account"
      columns={giveHref ? [...columns, giveColumn(giveHref)] : columns}
      rows={people}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
    />
  );
}

const columns: Column<PersonItem>[] = [
  { key: "name", header: "Name", cell: ({ name, details }) => <Person name={name} detail={details?.email} /> },
  {
    key: "access",
    header: "Access",
    phone: "state",
    cell: ({ details, kind }) =>
      kind === "nonMember" ? (
        <span className="text-ink-soft">Notification-only</span>
      ) : (
        details && <RoleBadges details={details} />
      ),
  },
  {
    key: "standing",
    header: "Status",
    phone: "amount",
    cell: ({ standing, details }) => <StandingMark standing={standing} details={details} />,
  },
];

function giveColumn(giveHref: (person: PersonItem) => string): Column<PersonItem> {
  return {
    key: "give",
    header: "Actions",
    hideHeader: true,
    numeric: true,
    cell: (person) =>
      !person.isOwner && (
        <ButtonLink
          href={giveHref(person)}
          size="sm"
          aria-label={`Assign role to ${person.name}`}
          className="relative z-1"
        >
          Assign<span className="wide-only"> role</span>
        </ButtonLink>
      ),
  };
}
