/**
 * How long an answer is waited for: until the client has gone, or the time for the request is over. The signal is made when somebody
 * asks for it, which few answers do: one costs more than to find out who is asking.
 */
export class Deadline {
  #controller: AbortController | null = null;
  #reason: Error | null = null;

  /** Gives this request so many milliseconds more than others, for who asks to wait. */
  readonly allowTime: (ms: number) => void;

  constructor(allowTime: (ms: number) => void = () => {}) {
    this.allowTime = allowTime;
  }

  /** Aborted when nobody waits any longer. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#reason !== null;
  }

  /** Throws why nobody waits any longer. */
  throwIfOver(): void {
    if (this.#reason) throw this.#reason;
  }

  /** Whoever ends it first says why. */
  end(reason: Error): void {
    this.#reason ??= reason;
    this.#controller?.abort(this.#reason);
  }
}
