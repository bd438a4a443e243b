import { Duration as LuxonDuration } from 'luxon';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { IsNull } from 'typeorm';
import type { Context } from '../graphql/context.js';
import { Duration } from '../graphql/scalars.js';
import { Licence } from '../partners/licence.js';
import { deskOf } from './act.js';
import { ChangeLicenceInput, EndLicenceInput, GrantLicenceInput } from './licence-inputs.js';
import { EndedLicencePayload, LicencePayload, LicenceRecord } from './licence-record.js';
import { changeLicence, endLicence, grantLicence } from './manage-licences.js';
import { slugOfPartner } from './partner.loaders.js';

/** A statement or two each for the entry, its row, its change and what it is answered with. */
const WRITE_POINTS = 20;

@Resolver(() => LicenceRecord)
export class LicenceResolver {
  @Query(() => [LicenceRecord], {
    description: 'The licences that everybody has, the oldest first; none without a key that has the scope "admin".',
  })
  async publicLicences(@Ctx() { db, reader }: Context): Promise<LicenceRecord[]> {
    if (!reader.scopes.has('admin')) return [];
    return db.find(Licence, { where: { partnerId: IsNull() }, order: { id: 'ASC' } });
  }

  @Mutation(() => LicencePayload, {
    complexity: WRITE_POINTS,
    description:
      'Grants a licence to a partner or to everybody; changes tells them what they have by it. Needs a key with the scope "admin".',
  })
  async grantLicence(
    @Arg('input', () => GrantLicenceInput, { description: 'The licence.' }) input: GrantLicenceInput,
    @Ctx() context: Context,
  ): Promise<LicencePayload> {
    return { licence: await grantLicence(deskOf(context), input) };
  }

  @Mutation(() => LicencePayload, {
    complexity: WRITE_POINTS,
    description:
      'Gives a licence other terms; changes tells who has it what they gain and lose. Needs a key with the scope "admin".',
  })
  async changeLicence(
    @Arg('input', () => ChangeLicenceInput, { description: 'What changes.' }) input: ChangeLicenceInput,
    @Ctx() context: Context,
  ): Promise<LicencePayload> {
    return { licence: await changeLicence(deskOf(context), input) };
  }

  @Mutation(() => EndedLicencePayload, {
    complexity: WRITE_POINTS,
    description: 'Takes a licence away; changes tells who had it what to delete. Needs a key with the scope "admin".',
  })
  async endLicence(
    @Arg('input', () => EndLicenceInput, { description: 'Which licence.' }) input: EndLicenceInput,
    @Ctx() context: Context,
  ): Promise<EndedLicencePayload> {
    return { number: await endLicence(deskOf(context), input) };
  }

  @FieldResolver(() => Int, { description: 'Its number.' })
  number(@Root() { id }: LicenceRecord): number {
    return id;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The slug of its partner; null for everybody’s.' })
  partner(@Root() { partnerId }: LicenceRecord, @Ctx() { load }: Context): Promise<string | null> | null {
    return partnerId === null ? null : load(slugOfPartner, partnerId);
  }

  @FieldResolver(() => String, { description: 'Which articles: an ArticleFilter, as JSON; "{}" for all.' })
  filter(@Root() { filter }: LicenceRecord): string {
    return JSON.stringify(filter);
  }

  @FieldResolver(() => Duration, { description: 'How long after its publication an article may be had.' })
  delay(@Root() { delaySeconds }: LicenceRecord): string {
    return LuxonDuration.fromObject({ seconds: delaySeconds }).toISO();
  }
}
