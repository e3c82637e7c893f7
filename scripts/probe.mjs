// Exit code 0 if an address answers with success: the health check of containers, which have no curl.
const [address] = process.argv.slice(2);
const response = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(({ cause, message }) => {
  console.error(`${address}: ${cause?.code ?? message}`);
});
if (response && !response.ok) console.error(`${address}: ${response.status} ${await response.text()}`);
process.exit(response?.ok ? 0 : 1);
