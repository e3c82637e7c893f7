/**
 * An IPv6 subscriber has a whole /64, which counts as one network. Some proxies add the port or brackets, which must not
 * make every connection count as a network of its own.
 */
export function networkOf(written: string): string {
  const ip = bareAddress(written);
  if (!ip.includes(":") || ip.includes(".")) return ip.replace(/^::ffff:/i, "");
  const [head = "", tail] = ip.toLowerCase().split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill("0"), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

function bareAddress(written: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(written) ?? [];
  return (bracketed ?? written).replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1").replace(/%.*$/, "");
}
