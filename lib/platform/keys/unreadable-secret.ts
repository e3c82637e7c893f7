/** A stored secret that can't be decrypted. The message is for operators: it names the key, and nothing of the secret. */
export class UnreadableSecret extends Error {
  override name = "UnreadableSecret";
}
