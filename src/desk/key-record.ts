import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/scalars.js';
import type { Scope } from '../partners/scope.js';

/** Scopes as GraphQL writes them. */
export const KEY_SCOPES = {
  READ: 'read',
  WEBHOOKS: 'webhooks',
  DESK: 'desk',
  ADMIN: 'admin',
} as const satisfies Record<string, Scope>;

registerEnumType(KEY_SCOPES, {
  name: 'KeyScope',
  description: 'What a key may be used for.',
  valuesConfig: {
    READ: { description: 'To read what the licences of its partner let it have.' },
    WEBHOOKS: { description: 'To manage webhooks.' },
    DESK: { description: 'To write as the desk does.' },
    ADMIN: { description: 'To manage partners, licences and keys.' },
  },
});

@ObjectType({ description: 'What is kept of a key: never its secret.' })
export class KeyRecord {
  @Field(() => String, { description: 'The part of it that is no secret, by which it is named.' })
  prefix!: string;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => [KEY_SCOPES], { description: 'What it may be used for.' })
  scopes!: Scope[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on it is not taken; null for a key without an end.',
  })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is revoked; null for a key that is not.' })
  revokedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null for never.' })
  lastUsedAt!: Date | null;

  @Field(() => [String], { description: 'Ranges of addresses (CIDR) that it is taken from; none for anywhere.' })
  addressRanges!: string[];
}

@ObjectType({ description: 'A key that was made. It is shown this once.' })
export class ShownKeyPayload {
  @Field(() => KeyRecord, { description: 'What is kept of it.' })
  key!: KeyRecord;

  @Field(() => String, {
    nullable: true,
    description:
      'The key itself, which its holder sends. Null when the same clientKey comes again: it was shown once, is not stored, and whoever has lost it rotates it.',
  })
  text!: string | null;
}

@ObjectType({ description: 'What became of a key.' })
export class KeyPayload {
  @Field(() => KeyRecord, { description: 'What is kept of it.' })
  key!: KeyRecord;
}
