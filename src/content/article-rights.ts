/** Ways of publishing. */
export enum ArticleUse {
  WEB = 'web',
  PRINT = 'print',
  BROADCAST = 'broadcast',
  SOCIAL = 'social',
}

/** What an article itself allows, whatever a licence says. What is left out is not restricted. */
export interface ArticleRights {
  /** ISO 3166-1 alpha-2 codes. */
  territories?: { only?: string[]; except?: string[] };
  uses?: ArticleUse[];
  /** Taken as true when left out. */
  creditRequired?: boolean;
  mayTranslate?: boolean;
  mayEdit?: boolean;
  /** Days after publication for which a copy may be kept. */
  archiveDays?: number;
  /** Further terms of use, in words for people. */
  terms?: string;
}
