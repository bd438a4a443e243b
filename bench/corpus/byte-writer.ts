/** Gathers UTF-8 in pieces. Copying bytes that are encoded once is ten times faster than joining strings and encoding those. */
export interface ByteWriter {
  text(text: string): void;
  /** One text of a stock, by its number. */
  copy(stock: Stock, number: number): void;
  /** How many bytes are waiting. */
  length(): number;
  /** Hands over what is waiting. */
  take(): Buffer;
}

/** Many texts in UTF-8 in one array: the text of a number is from its start to the next one's. */
export interface Stock {
  bytes: Uint8Array;
  starts: Uint32Array;
}

/** Holds at most so many bytes: take them before. */
export function createByteWriter(most: number): ByteWriter {
  let buffer = Buffer.allocUnsafeSlow(most);
  let end = 0;

  return {
    text(text) {
      end += buffer.write(text, end);
    },
    copy({ bytes, starts }, number) {
      const start = starts[number]!;
      const length = starts[number + 1]! - start;
      // A call of the platform costs more than the loop for as much as a word.
      if (length > 48) buffer.set(bytes.subarray(start, start + length), end);
      else for (let index = 0; index < length; index += 1) buffer[end + index] = bytes[start + index]!;
      end += length;
    },
    length: () => end,
    take() {
      const taken = buffer.subarray(0, end);
      buffer = Buffer.allocUnsafeSlow(most);
      end = 0;
      return taken;
    },
  };
}

export function createStock(texts: string[]): Stock {
  const encoded = texts.map(text => Buffer.from(text));
  const starts = new Uint32Array(texts.length + 1);
  encoded.forEach((bytes, number) => (starts[number + 1] = starts[number]! + bytes.length));
  return { bytes: Buffer.concat(encoded), starts };
}
