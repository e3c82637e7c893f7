import { describe, expect, it } from "vitest";
import { withLanguage } from "@/lib/platform/language/with-language";
import { areaName, areas } from "@/lib/policy/areas";
import { expressionOf } from "@/lib/policy/conditions";
import { explain } from "@/lib/policy/explain";
import { nameOf, titleOf } from "@/lib/policy/permissions";
import { records } from "@/lib/policy/records";
import { roleChange } from "@/lib/policy/role-change";
import { sentenceOf } from "@/lib/policy/sentence";
import { viewerOf } from "@/lib/policy/viewer";
import { things } from "./list-check/things";
import { contact, nextYear, viewer } from "./people";

const inGerman = <T>(work: () => T): T => withLanguage("de-DE", work);

const explained = (...about: Parameters<typeof explain>): string => inGerman(() => explain(...about).sentence);

describe("the permission library in another language", () => {
  it("names permissions and areas", () => {
    expect(inGerman(() => [nameOf("billing.invoices.pay"), titleOf("links.delete")])).toEqual([
      "Rechnungen bezahlen",
      "Einen Link löschen.",
    ]);
    expect(inGerman(() => areas.map(areaName))).toContain("Aufgaben");
    expect(areas.map(areaName)).toContain("Actions");
  });

  it("explains what is allowed", () => {
    const grant = { permission: "links.add", effect: "on", endsAt: nextYear, givenBy: "Adam Admin" } as const;
    const custom = viewerOf({ ...contact({ roles: ["support"] }), overrides: [grant] });
    expect(explained(custom, "links.add")).toBe(
      "Erlaubt durch die Rolle „Support“, am 1. März 2026 von Olga Owner erteilt und eine einzelne Berechtigung, von Adam Admin erteilt, bis 2. März 2027.",
    );
    expect(explained(viewer({ roles: ["billing"] }), "billing.invoices.view", { status: "open" })).toBe(
      "Erlaubt durch die Rolle „Abrechnung“, am 1. März 2026 von Olga Owner erteilt, denn der Status ist nicht Entwurf.",
    );
  });

  it("explains what is denied, and who could help", () => {
    const strangers = { createdByContactId: null, invitations: [] };
    const olga = { subject: contact({ roles: ["owner"] }), name: "Olga Owner" };
    expect(explained(viewer({ roles: ["administrator"] }), "services.order")).toBe(
      "Sie benötigen „Dienste bestellen“. Diese Berechtigung kann Ihnen der Kontoinhaber erteilen.",
    );
    expect(explained(viewer({ roles: ["support"] }), "meetings.view", strangers, [olga])).toMatch(
      /^Sie haben „Besprechungen ansehen“ mit einer Bedingung, die hier nicht erfüllt ist: falls eingeladen oder als Ersteller\. Diese Berechtigung kann Ihnen Olga Owner erteilen\.$/,
    );
    const withoutLinks = viewer({ roles: ["billing"], gates: { areasOff: ["links"] } });
    expect(explained(withoutLinks, "links.add", undefined, [olga])).toBe(
      "Der Bereich „Links“ ist für dieses Kundenkonto ausgeschaltet. Das kann Olga Owner ändern.",
    );
  });

  it("says why a change is refused", () => {
    const change = inGerman(() =>
      roleChange(viewer({ roles: ["administrator"] }), null, {
        ...{ roles: ["owner"], overrides: [], serviceLimit: null, endsAt: null },
      }),
    );
    expect(change).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/^Der Zugriff des Inhabers kann nicht/),
    });
  });

  it("writes conditions out", () => {
    const said = (...[name, record]: Parameters<typeof expressionOf>) =>
      inGerman(() => sentenceOf(records, record, expressionOf(name, record)));
    expect(said("ifCreator", "meeting")).toBe("Sie sind Ersteller");
    expect(said("ifVoter", "decision")).toBe("Sie gehören zu den Eingeladenen mit Stimmrecht");
    expect(said("ifMeetingAllows", "meetingFeature")).toBe(
      "Freigabe für Eingeladene ist vorhanden oder Sie gehören zu den ausgewählten Personen und für die Besprechung gilt: Sie gehören zu den Eingeladenen",
    );
    expect(said("withinServices", "ticket")).toBe(
      "der Dienst gehört zu den für Sie freigegebenen Diensten oder der Dienst fehlt und Sie sind Autor",
    );
  });

  it("translates the values that conditions name", () => {
    const values = ["draft", "billing", "support", "sales", "security", "people"];
    const said = inGerman(() => sentenceOf(things, "thing", { op: "in", field: "label", values }));
    for (const value of ["Entwurf", "Abrechnung", "Support", "Vertrieb", "Sicherheit", "Personen"]) {
      expect(said).toMatch(new RegExp(`\\b${value}\\b`));
    }
  });
});
