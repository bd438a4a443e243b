import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { Me, Quota } from './me.js';
import { UsageDay } from './usage-day.js';

const USAGE_DAYS = 30;
const DAY_MS = 86_400_000;

/** Usage is a statement of its own. */
const USAGE_POINTS = 10;

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me, { description: 'Who you are to the gateway: the partner of your key, or a visitor.' })
  me(@Ctx() { reader: { partner, key } }: Context): Me {
    return { partner, key };
  }

  @FieldResolver(() => Quota, { nullable: true, description: 'What you may spend; null where nobody counts.' })
  quota(@Ctx() { quota }: Context): Quota | null {
    if (!quota) return null;
    const { costPerMinute: perMinute, costPerDay: perDay } = quota.limits;
    return { perMinute, perDay, ...(quota.standing() ?? { remaining: null, resets: null }) };
  }

  @FieldResolver(() => [UsageDay], {
    complexity: USAGE_POINTS,
    description:
      'What you have used in the last 30 days, the latest first; days without a request are left out. A few seconds late. Nothing for a visitor.',
  })
  async usage(@Ctx() { reader, db, now }: Context): Promise<UsageDay[]> {
    if (!reader.partner) return [];
    const first = new Date(now.getTime() - (USAGE_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
    return db
      .createQueryBuilder(UsageDay, 'usage')
      .where('usage.partnerId = :partnerId and usage.day >= :first', { partnerId: reader.partner.id, first })
      .orderBy('usage.day', 'DESC')
      .getMany();
  }
}
