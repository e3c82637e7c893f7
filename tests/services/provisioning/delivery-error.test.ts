import { expect, it } from "vitest";
import { withLanguage } from "@/lib/platform/language/with-language";
import { deliveryErrorInWords, deliveryErrors } from "@/lib/services/provisioning/delivery-error";

const inGerman = (error: string) => withLanguage("de-DE", () => deliveryErrorInWords(error));

it("keeps errors in English, whoever works, and writes them in the reader's language", () => {
  const kept = withLanguage("de-DE", () => deliveryErrors.status(503));
  expect(kept).toBe("It answered with status 503.");
  expect(deliveryErrorInWords(kept)).toBe(kept);
  expect(inGerman(kept)).toBe("Es hat mit Status 503 geantwortet.");
  expect(inGerman(deliveryErrors.late())).toBe("Es hat nicht rechtzeitig geantwortet.");
});

it("translates an error within an error, and leaves what another system said", () => {
  expect(inGerman(deliveryErrors.wrongLogin("Enter the username."))).toBe(
    "Laut der Antwort ist der Dienst aktiv, aber seine Zugangsdaten sind nicht verwendbar. Geben Sie den Benutzernamen ein.",
  );
  expect(inGerman(deliveryErrors.unreachable("connect ECONNREFUSED"))).toBe(
    "Es war nicht erreichbar: connect ECONNREFUSED",
  );
});
