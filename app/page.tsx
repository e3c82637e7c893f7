import { redirect } from "next/navigation";
import { homeAccount } from "@/lib/identity/profile/home-account";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { personPage } from "./page-context";

/** The start page: redirects people who are signed in to their account or console. */
export default personPage(async ({ execute, actor }) => {
  if (actor.isStaff) redirect("/staff");
  const { items } = await execute(listAccounts, {});
  const home = homeAccount(items);
  redirect(home ? `/a/${home.id}` : "/profile");
});
