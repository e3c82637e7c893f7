import { redirect } from "next/navigation";

/** The console opens with the accounts page. */
export default function StaffPage() {
  redirect("/staff/accounts");
}
