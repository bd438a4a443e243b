/** One file of the corpus, as its manifest describes it: where it is, and what a correct reader gets from it. */
export interface CorpusEntry {
  file: string;
  kind: 'feed' | 'jsonfeed' | 'not-a-feed' | 'made';
  expect: Expectation | null;
  content_type?: string;
  /** Of files made for a purpose: whether they must be read, must be refused, or may be either, with a clear word. */
  verdict?: 'accept' | 'reject' | 'either';
  /** Texts that must not be left in what is handed on, bodies cleaned. */
  never?: string[];
  /** Moments, in seconds since 1970, of which the date must be one where it is read at all. */
  date_choice?: (number | null)[] | null;
  /** The languages of the items, in order. */
  languages?: string[];
  seconds?: number;
  mb?: number;
  /** A later version of the file, in the same folder: its items have the same ids. */
  then?: string;
}

/** Dates are seconds since 1970 (feeds) or as written (JSON Feed). */
export interface Expectation {
  entries: number;
  unique?: number;
  format?: string;
  feed_title?: string;
  first_title?: string | null;
  first_date?: number | string | null;
  last_date?: number | null;
  dated?: number;
  first_id?: string | null;
  encoding?: string;
  language?: string | null;
  /** Languages whose script must be found in what was read. */
  script?: string[];
  dates?: number[];
  ids?: string[];
}
