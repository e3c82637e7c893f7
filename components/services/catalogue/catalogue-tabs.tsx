import { Tabs } from "@/components/ui/tabs";

const views = [
  { path: "", label: "Products" },
  { path: "/categories", label: "Categories" },
] as const;

/** Tabs of the product catalogue for staff. */
export function CatalogueTabs({ active }: { active: (typeof views)[number]["path"] }) {
  const tabs = views.map(({ path, label }) => ({ label, href: `/staff/products${path}`, active: path === active }));
  return <Tabs label="Products" tabs={tabs} />;
}
