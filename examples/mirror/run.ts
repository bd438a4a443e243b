import { mirror } from './mirror.js';

const [url = 'http://127.0.0.1:4000/graphql', folder = 'copy', filter] = process.argv.slice(2);

await mirror({
  url,
  folder,
  ...(process.env.NHIP_CAU_KEY ? { key: process.env.NHIP_CAU_KEY } : {}),
  ...(filter === undefined ? {} : { filter: JSON.parse(filter) as object }),
  first: Number(process.env.PAGE ?? 100),
  follow: process.env.FOLLOW !== 'no',
});
