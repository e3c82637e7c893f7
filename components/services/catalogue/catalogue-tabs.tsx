import { Tabs } from "@/components/ui/tabs";

const views = [
  { path: "", label: "Products" },
  { path: "/categories", label: "Categories" },
  { path: "/provisioning", label: "Provisioning" },
] as const;

type View = (typeof views)[number]["path"];

/** Tabs of the product catalogue for staff: those the viewer may open. */
export function CatalogueTabs({ active, opens }: { active: View; opens: (path: View) => boolean }) {
  const shown = views.filter(({ path }) => path === active || opens(path));
  const tabs = shown.map(({ path, label }) => ({ label, href: `/staff/products${path}`, active: path === active }));
  return <Tabs label="Products" tabs={tabs} />;
}
