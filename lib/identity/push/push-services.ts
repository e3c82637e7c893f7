/**
 * The push services of the browsers there are. The portal sends to an address that a person has given it, so any other address is
 * refused: it could lead into the portal's own network.
 */
const services: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^(?:[\w-]+\.)*push\.services\.mozilla\.com$/,
  /^(?:[\w-]+\.)*notify\.windows\.com$/,
  /^(?:[\w-]+\.)*push\.apple\.com$/,
];

export function isPushService(endpoint: string): boolean {
  const url = URL.parse(endpoint);
  return url?.protocol === "https:" && url.port === "" && services.some((service) => service.test(url.hostname));
}
