/** What all connections together may hold in memory. */
export interface Room {
  /** False if there is none left. */
  take(bytes: number): boolean;
  give(bytes: number): void;
}

export function roomOf(most: number): Room {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > most) return false;
      held += bytes;
      return true;
    },
    give(bytes) {
      held -= bytes;
    },
  };
}

const BLOCK = 256 * 1024;

/**
 * A mail as it arrives. Its pieces are copied: a client can send it byte by byte, or in lines of two dots, and each piece that is kept takes a
 * hundred times the memory of what is in it.
 */
export class GatheredMail {
  readonly #room: Room;
  #blocks: Buffer[] = [];
  #last = Buffer.alloc(0);
  #used = 0;
  #held = 0;
  #full = false;

  constructor(room: Room) {
    this.#room = room;
  }

  /** There was no room for all of it. */
  get isIncomplete(): boolean {
    return this.#full;
  }

  add(piece: Buffer): void {
    let rest = piece;
    while (rest.length > 0 && !this.#full) {
      if (this.#used === this.#last.length && !this.#grow()) return;
      const count = rest.copy(this.#last, this.#used);
      this.#used += count;
      rest = rest.subarray(count);
    }
  }

  /** All of it, in one piece. */
  whole(): Buffer {
    return Buffer.concat([...this.#blocks, this.#last.subarray(0, this.#used)]);
  }

  /** Gives up what it holds. */
  drop(): void {
    this.#room.give(this.#held);
    this.#held = 0;
    this.#blocks = [];
    this.#last = Buffer.alloc(0);
    this.#used = 0;
  }

  #grow(): boolean {
    if (!this.#room.take(BLOCK)) {
      this.drop();
      this.#full = true;
      return false;
    }
    this.#held += BLOCK;
    if (this.#used > 0) this.#blocks.push(this.#last);
    this.#last = Buffer.allocUnsafeSlow(BLOCK);
    this.#used = 0;
    return true;
  }
}
