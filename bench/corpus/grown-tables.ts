/** By how much numbers are moved from one copy to the next. */
export interface Moves {
  article: number;
  story: number;
  media: number;
  revision: number;
}

/** One copy of a table's rows: its number from 1, the table that keeps the first rows, and the last article of a copy that is not whole. */
export interface CopyOf {
  copy: number;
  of: string;
  moves: Moves;
  most: number | null;
}

/** A table in which an article has rows, and the statement that copies them. */
export interface GrownTable {
  name: string;
  copy: (copy: CopyOf) => string;
}

/** Within 15 days, the same for all of a story: its translations stay together. */
const shift = (copy: number): string =>
  `make_interval(secs => (shown.story_id * 7919 + ${copy} * 104729 * 13) % 2592000 - 1296000)`;

/** What lists read. */
const NARROW: GrownTable[] = [
  {
    name: 'story',
    copy: ({ copy, of, moves }) => `insert into story (id, source_id, identity)
      select id + ${copy * moves.story}, source_id, identity || '#${copy}' from ${of}`,
  },
  {
    name: 'article',
    copy: ({
      copy,
      of,
      moves,
      most,
    }) => `insert into article (id, story_id, source_id, language, headline, lede, url, bylines, published_at,
        updated_at, version, status, urgency, credit, topic_ids, event_ids, countries, media, embargoed_until, expires_at, rights)
      select id + ${copy * moves.article}, row.story_id + ${copy * moves.story}, source_id, language, headline, lede, url, bylines,
        published_at + ${shift(copy)}, updated_at + ${shift(copy)}, version, status, urgency, credit, topic_ids, event_ids, countries,
        case when media = '[]' then media else
          (select jsonb_agg(medium || jsonb_build_object('id', (medium ->> 'id')::bigint + ${copy * moves.media}) order by place)
            from jsonb_array_elements(media) with ordinality as of (medium, place)) end,
        embargoed_until, expires_at, rights
      from ${of} row join shown on shown.article_id = row.id ${upTo('row.id', most)} order by row.id`,
  },
  filed('article_topic', 'topic_id', ', exact'),
  filed('article_event', 'event_id', ''),
  filed('article_country', 'country', ''),
];

/** What else an article has. */
const WHOLE: GrownTable[] = [
  {
    name: 'media',
    copy: ({ copy, of, moves, most }) => `insert into media (id, article_id, url)
      select id + ${copy * moves.media}, article_id + ${copy * moves.article}, url from ${of} ${upTo('article_id', most)}`,
  },
  hanging('article_body', 'html, text, word_count'),
  hanging('article_search', 'words'),
  {
    name: 'article_origin',
    copy: ({ copy, of, moves, most }) => `insert into article_origin (source_id, identity, article_id, fingerprint)
      select source_id, identity || '#${copy}', article_id + ${copy * moves.article}, fingerprint from ${of} ${upTo('article_id', most)}`,
  },
  {
    name: 'change',
    copy: ({
      copy,
      of,
      moves,
      most,
    }) => `insert into change (revision, happened_at, kind, article_id, version, reference_id)
      select revision + ${copy * moves.revision}, happened_at, kind, article_id + ${copy * moves.article}, version, null
      from ${of} where article_id is not null ${most === null ? '' : `and article_id <= ${most}`} order by revision`,
  },
  {
    name: 'article_state',
    copy: ({
      copy,
      of,
      moves,
      most,
    }) => `insert into article_state (article_id, revision, happened_at, version, language, source_id, topic_ids,
        filed_ids, event_ids, countries, media_kinds, published_at, updated_at, withdrawn, embargoed, expired, rights)
      select row.article_id + ${copy * moves.article}, revision + ${copy * moves.revision}, happened_at, version, language, source_id, topic_ids,
        filed_ids, event_ids, countries, media_kinds, published_at + ${shift(copy)}, updated_at + ${shift(copy)}, withdrawn, embargoed, expired, rights
      from ${of} row join shown on shown.article_id = row.article_id ${upTo('row.article_id', most)}`,
  },
];

/** The tables that grow, those that others refer to first. */
export function grownTables(narrow: boolean): GrownTable[] {
  return narrow ? NARROW : [...NARROW, ...WHOLE];
}

function filed(name: string, term: string, more: string): GrownTable {
  return {
    name,
    copy: ({ copy, of, moves, most }) => `insert into ${name} (${term}, published_at, article_id, language${more})
      select ${term}, published_at + ${shift(copy)}, row.article_id + ${copy * moves.article}, language${more}
      from ${of} row join shown on shown.article_id = row.article_id ${upTo('row.article_id', most)}`,
  };
}

function hanging(name: string, columns: string): GrownTable {
  return {
    name,
    copy: ({ copy, of, moves, most }) => `insert into ${name} (article_id, ${columns})
      select article_id + ${copy * moves.article}, ${columns} from ${of} ${upTo('article_id', most)}`,
  };
}

function upTo(column: string, most: number | null): string {
  return most === null ? '' : `where ${column} <= ${most}`;
}
