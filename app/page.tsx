import { redirect } from "next/navigation";
import { homeAccount } from "@/lib/identity/profile/home-account";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { personPage } from "./page-context";

/** The front door: whoever is signed in goes on to where their work is. */
export default personPage(async ({ execute, actor }) => {
  if (actor.isStaff) redirect("/staff");
  const { items } = await execute(listAccounts, {});
  const home = homeAccount(items);
  redirect(home ? `/a/${home.id}` : "/profile");
});
