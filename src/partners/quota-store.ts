/** Points that somebody may spend. */
export interface QuotaLimits {
  costPerMinute: number;
  costPerDay: number;
}

/** What has been spent in a window of time, and when the window ends: then all points are there again. */
export interface Window {
  points: number;
  endsAt: Date;
}

/** What became of the wish to spend points. */
export interface Spending {
  /** Whether both windows had room for them; if not, none are spent. */
  taken: boolean;
  minute: Window;
  day: Window;
  /** Gives some of the points back, as long as their windows last. */
  giveBack: (points: number) => Promise<void>;
}

/** Counts what is spent. A window begins with the first points that are spent after the one before has ended. */
export interface QuotaStore {
  take: (key: string, points: number, limits: QuotaLimits, now: Date) => Promise<Spending>;
  close: () => Promise<void>;
}

/** What the keys of partners' accounts begin with; those of visitors are addresses. */
export const PARTNER_ACCOUNT = 'partner ';

/** Milliseconds of the windows. */
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
