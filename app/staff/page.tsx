import { redirect } from "next/navigation";

/** The console begins with finding an account. */
export default function StaffPage() {
  redirect("/staff/accounts");
}
