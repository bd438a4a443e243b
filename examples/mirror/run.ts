import { mirror } from './mirror.js';

const [url = 'http://127.0.0.1:4000/graphql', folder = 'copy', filter] = process.argv.slice(2);
const key = process.env.NHIP_CAU_KEY;

await mirror({
  url,
  folder,
  ...(key === undefined ? {} : { key }),
  ...(filter === undefined ? {} : { filter: JSON.parse(filter) as object }),
  first: Number(process.env.PAGE ?? 100),
  follow: process.env.FOLLOW !== 'no',
});
