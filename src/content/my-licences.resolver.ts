import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { Locale } from '../graphql/scalars.js';
import { Me } from '../partners/me.js';
import { describeLicence } from './describe-licence.js';

/** What somebody may have, which is said in words of the reference data. */
@Resolver(() => Me)
export class MyLicencesResolver {
  @FieldResolver(() => [String], {
    description:
      'Your licences, a sentence each: yours and the public ones, those that have yet to begin among them. What one of them allows, you may.',
  })
  licences(
    @Arg('language', () => Locale, {
      nullable: true,
      description: 'For the names of topics, events and sources; the sentences are English.',
    })
    language: string | null,
    @Ctx() { reader, reference, now }: Context,
  ): string[] {
    return reader.licences
      .filter(({ validUntil }) => validUntil === null || validUntil > now)
      .map(licence => describeLicence(licence, reference, language));
  }
}
