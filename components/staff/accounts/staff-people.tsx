import { RoleBadges } from "@/components/accounts/people/role-badges";
import { StandingMark } from "@/components/accounts/people/standing-mark";
import { ButtonLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Person } from "@/components/ui/person";
import type { PersonItem } from "@/lib/accounts/core/schema";

export type StaffPeopleProps = {
  people: PersonItem[];
  hrefOf: (person: PersonItem) => string;
  /** Where a role is given; left out for staff who may not. */
  giveHref?: (person: PersonItem) => string;
};

/** The people of a customer's account, each one click away from a role. */
export function StaffPeople({ people, hrefOf, giveHref }: StaffPeopleProps) {
  return (
    <DataTable
      caption="People of the account"
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
    cell: ({ details, kind }) =>
      kind === "nonMember" ? (
        <span className="text-ink-soft">Notices only</span>
      ) : (
        details && <RoleBadges details={details} />
      ),
  },
  {
    key: "standing",
    header: "Status",
    cell: ({ standing, details }) => (
      <StandingMark standing={standing} unconfirmed={details?.emailVerified === false} />
    ),
  },
];

function giveColumn(giveHref: (person: PersonItem) => string): Column<PersonItem> {
  return {
    key: "give",
    header: "Act",
    hideHeader: true,
    numeric: true,
    cell: (person) =>
      !person.isOwner && (
        <ButtonLink
          href={giveHref(person)}
          size="sm"
          aria-label={`Give ${person.name} a role`}
          className="relative z-1"
        >
          Give a role
        </ButtonLink>
      ),
  };
}
