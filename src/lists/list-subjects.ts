/** What has a page and feeds of its own, and the parameter of a list that says the same. */
export const LIST_SUBJECTS = { topics: 'topic', events: 'event', sources: 'source' } as const;
