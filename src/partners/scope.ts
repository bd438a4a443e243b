/** What a key may be used for: to read, to manage webhooks, to write as the desk does, to manage partners and keys. */
export const SCOPES = ['read', 'webhooks', 'desk', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];
