import type { IncomingFeed } from '../incoming.js';
import { listOf, membersOf } from './members.js';
import { readWordpressPost } from './read-wordpress-post.js';

/**
 * Reads what a WordPress site answers on /wp-json/wp/v2/posts?_embed (REST API handbook, "Posts"): a list of posts, or one post. Only what
 * anybody may read on the site is an article; drafts, private posts and those behind a password are told as items that cannot be read.
 * Nothing in the value makes it fail.
 */
export function parseWordpress(value: unknown): IncomingFeed {
  const around = membersOf(value);
  const posts = Array.isArray(around.get('posts')) ? around.get('posts') : value;

  return {
    format: 'wordpress',
    title: null,
    language: null,
    items: listOf(posts).map((post, index) => readWordpressPost(post, `item ${index + 1}`)),
    nextUrl: null,
  };
}
