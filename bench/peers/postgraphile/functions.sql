-- Computed columns, as PostGraphile recommends for what a foreign key cannot say: "language sql", "stable" and "returns setof", so that
-- PostgreSQL can take them into the query around them.
create or replace function article_topics(article article) returns setof topic language sql stable rows 3 as
  'select topic.* from unnest(article.topic_ids) with ordinality as own (id, place) join topic on topic.id = own.id order by own.place';
create or replace function article_events(article article) returns setof event language sql stable rows 1 as
  'select event.* from unnest(article.event_ids) with ordinality as own (id, place) join event on event.id = own.id order by own.place';
create or replace function topic_name(topic topic, language text) returns text language sql stable as
  $$ select coalesce(topic.names ->> language, topic.names ->> 'en', topic.names ->> 'vi') $$;
create or replace function event_name(event event, language text) returns text language sql stable as
  $$ select coalesce(event.names ->> language, event.names ->> 'en', event.names ->> 'vi') $$;
create or replace function source_name(source source, language text) returns text language sql stable as
  $$ select coalesce(source.names ->> language, source.names ->> 'en', source.names ->> 'vi') $$;
