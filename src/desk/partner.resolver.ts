import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { Partner } from '../partners/partner.js';
import { deskOf } from './act.js';
import { KeyRecord } from './key-record.js';
import { LicenceRecord } from './licence-record.js';
import { addPartner, resume, suspend, updatePartner } from './manage-partners.js';
import { CreatePartnerInput, PartnerInput, UpdatePartnerInput } from './partner-inputs.js';
import { PartnerPayload, PartnerRecord } from './partner-record.js';
import { keysOfPartner, licencesOfPartner } from './partner.loaders.js';

/** A statement or two each for the entry, its row, its change and what it is answered with. */
const WRITE_POINTS = 20;

@Resolver(() => PartnerRecord)
export class PartnerResolver {
  @Query(() => [PartnerRecord], {
    description: 'The partners, by slug; none without a key that has the scope "admin".',
  })
  async partners(@Ctx() { db, reader }: Context): Promise<PartnerRecord[]> {
    return reader.scopes.has('admin') ? db.find(Partner, { order: { slug: 'ASC' } }) : [];
  }

  @Query(() => PartnerRecord, {
    nullable: true,
    description: 'A partner by its slug; null where there is none, and without a key that has the scope "admin".',
  })
  async partner(
    @Arg('slug', () => String, { description: 'Its slug.' }) slug: string,
    @Ctx() { db, reader }: Context,
  ): Promise<PartnerRecord | null> {
    return reader.scopes.has('admin') ? db.findOneBy(Partner, { slug }) : null;
  }

  @Mutation(() => PartnerPayload, {
    complexity: WRITE_POINTS,
    description: 'Adds a partner, who has neither keys nor licences yet. Needs a key with the scope "admin".',
  })
  async createPartner(
    @Arg('input', () => CreatePartnerInput, { description: 'The partner.' }) input: CreatePartnerInput,
    @Ctx() context: Context,
  ): Promise<PartnerPayload> {
    return { partner: await addPartner(deskOf(context), input) };
  }

  @Mutation(() => PartnerPayload, {
    complexity: WRITE_POINTS,
    description:
      'Changes what is said of a partner. Of what another country gives and takes, its changes tell. Needs a key with the scope "admin".',
  })
  async updatePartner(
    @Arg('input', () => UpdatePartnerInput, { description: 'What changes.' }) input: UpdatePartnerInput,
    @Ctx() context: Context,
  ): Promise<PartnerPayload> {
    return { partner: await updatePartner(deskOf(context), input) };
  }

  @Mutation(() => PartnerPayload, {
    complexity: WRITE_POINTS,
    description:
      'Takes none of a partner’s keys until it is resumed, at once and everywhere. Needs a key with the scope "admin".',
  })
  async suspendPartner(
    @Arg('input', () => PartnerInput, { description: 'Which partner.' }) input: PartnerInput,
    @Ctx() context: Context,
  ): Promise<PartnerPayload> {
    return { partner: await suspend(deskOf(context), input) };
  }

  @Mutation(() => PartnerPayload, {
    complexity: WRITE_POINTS,
    description: 'Takes a partner’s keys again. Needs a key with the scope "admin".',
  })
  async resumePartner(
    @Arg('input', () => PartnerInput, { description: 'Which partner.' }) input: PartnerInput,
    @Ctx() context: Context,
  ): Promise<PartnerPayload> {
    return { partner: await resume(deskOf(context), input) };
  }

  @FieldResolver(() => [KeyRecord], { description: 'Its keys, the oldest first, without their secrets.' })
  keys(@Root() { id }: PartnerRecord, @Ctx() { load }: Context): Promise<KeyRecord[]> {
    return load(keysOfPartner, id);
  }

  @FieldResolver(() => [LicenceRecord], { description: 'Its own licences; it has the public ones too.' })
  licences(@Root() { id }: PartnerRecord, @Ctx() { load }: Context): Promise<LicenceRecord[]> {
    return load(licencesOfPartner, id);
  }
}
