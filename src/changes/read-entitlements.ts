import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import type { Reader } from '../partners/reader.js';
import type { CountryChange } from './country-change.js';
import type { EntitlementHistory } from './entitlement.js';
import type { LicenceState } from './licence-state.js';
import { tellEntitlements } from './tell-entitlements.js';

/** The history, and the present beside it: what the gate judges by. */
export interface Entitlements {
  history: EntitlementHistory;
  /** Each licence of now as "id.revision", sorted. */
  licences: string[];
  country: string | null;
  /** The last revision that a topic, an event, a source or a licence took. */
  named: number;
  /** How many languages there are: none goes away again. */
  languages: number;
}

interface Row {
  head: number;
  country: string | null;
  named: number;
  languages: number;
  licences: string[];
  moves: CountryChange[];
  states: LicenceState[];
}

/** What a reader was let have from a revision on. One statement, so that all of it is true of one revision, the last. */
export async function readEntitlements(
  db: EntityManager,
  { partner, scopes }: Pick<Reader, 'partner' | 'scopes'>,
  from: number,
  now: Date,
): Promise<Entitlements> {
  const id = partner?.id ?? null;
  const [row] = await rowsOf<Row>(
    db,
    sql`select revision.number as head, (select country from partner where id = ${id}::bigint) as country,
        coalesce((select max(revision) from change where reference_id is not null), 0) as named,
        (select count(*) from language) as languages,
        array(select id || '.' || revision from licence where ${theirs(id)}) as licences,
        (select coalesce(json_agg(json_build_object('revision', revision, 'happenedAt', happened_at,
            'former', former, 'country', country) order by revision), '[]')
          from country_change where partner_id = ${id}::bigint) as moves,
        (select coalesce(json_agg(json_build_object('licenceId', licence_id, 'revision', revision,
            'happenedAt', happened_at, 'partnerId', partner_id, 'filter', filter, 'text', text, 'media', media,
            'embargoAccess', embargo_access, 'delaySeconds', delay_seconds, 'inForce', in_force) order by revision), '[]')
          from (${statesFrom(id, from, now)}) state) as states
      from revision`,
  );
  const { head, country, named, languages, licences, moves, states } = row!;
  const mayRead = scopes.has('read');
  const grants = ({ inForce, partnerId }: LicenceState): boolean =>
    mayRead && inForce && (partnerId === null || partnerId === id);
  const told = tellEntitlements(states.map(revive), grants, { moves: moves.map(revive), country }, from);
  return { history: { head, ...told }, licences: mayRead ? licences.toSorted() : [], country, named, languages };
}

/**
 * The last state up to a revision, and those behind it, of every licence that was theirs at some time. A licence that was
 * put into its table without a change is taken to be as it is now, and one that was deleted so to have never been: whatever
 * was done by hand, nothing is told of without a licence.
 */
function statesFrom(id: number | null, from: number, now: Date): Sql {
  return sql`select state.* from licence_state state
    where licence_id in (select licence_id from licence_state where ${theirs(id)})
      and not exists (
        select from licence_state later
        where later.licence_id = state.licence_id and later.revision > state.revision and later.revision <= ${from})
      and (exists (select from licence where id = licence_id)
        or not (select last.in_force from licence_state last where last.licence_id = state.licence_id
          order by last.revision desc limit 1))
    union all
    select id, 0, 'epoch', partner_id, filter, text, media, embargo_access, delay_seconds,
      coalesce(valid_from <= ${now}, true) and coalesce(valid_until > ${now}, true)
    from licence where ${theirs(id)} and not exists (select from licence_state where licence_id = id)`;
}

function theirs(partnerId: number | null): Sql {
  return sql`(partner_id is null or partner_id = ${partnerId}::bigint)`;
}

function revive<State extends { happenedAt: Date }>(state: State): State {
  return { ...state, happenedAt: new Date(state.happenedAt) };
}
