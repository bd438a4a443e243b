/** JSON that is put together from pieces, some of which are still being loaded. */
export class Pieces {
  private text = '';
  /** What stands before each piece that is being loaded, and the pieces. */
  private texts: string[] = [];
  private loading: Promise<string>[] = [];

  add(piece: string | Promise<string>): void {
    if (typeof piece === 'string') {
      this.text += piece;
      return;
    }
    this.texts.push(this.text);
    this.loading.push(piece);
    this.text = '';
  }

  /** Nobody waits any longer: what fails from here on is nobody's to hear. */
  abandon(): void {
    for (const piece of this.loading) piece.catch(() => {});
  }

  whole(): string | Promise<string> {
    if (this.loading.length === 0) return this.text;
    // Not joined, which would copy what is copied once more when it is sent.
    return Promise.all(this.loading).then(
      loaded => loaded.reduce((text, piece, place) => text + this.texts[place]! + piece, '') + this.text,
    );
  }
}
