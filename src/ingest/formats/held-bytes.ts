/** Bytes that come in pieces, held as one. What is beyond `most` bytes is dropped: `length` then is `most`. */
export class HeldBytes {
  length = 0;
  private room = Buffer.alloc(0);

  constructor(private readonly most: number = Infinity) {}

  /** Copies them, so that pieces of a byte each cost no more than a byte each. */
  add(bytes: Uint8Array): void {
    const length = Math.min(this.length + bytes.length, this.most);
    if (length > this.room.length) {
      const room = Buffer.allocUnsafe(Math.min(Math.max(length, this.room.length * 2), this.most));
      this.room.copy(room, 0, 0, this.length);
      this.room = room;
    }
    this.room.set(bytes.subarray(0, length - this.length), this.length);
    this.length = length;
  }

  /** What is held, until more is added. */
  bytes(): Buffer {
    return this.room.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }
}
