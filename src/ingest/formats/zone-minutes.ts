/** RFC 2822, section 4.3, and names of one meaning only. Not IST, BST, CST of China or AST: each is several zones. */
const ZONES: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  ET: -300,
  CT: -360,
  MT: -420,
  PT: -480,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  CET: 60,
  MEZ: 60,
  WEST: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  ICT: 420,
  WIB: 420,
  HKT: 480,
  SGT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** The zones of the world: from UTC−12 to UTC+14. */
const WEST = -12 * 60;
const EAST = 14 * 60;

/**
 * Minutes east of UTC that a zone means: '+0700', '+07:00', '+7', 'GMT+7', 'EST', 'UTC', '' (UTC). A remark in brackets is passed
 * over, and so is a name after an offset. Null where the zone is not known or lies outside the world's.
 */
export function zoneMinutes(text: string): number | null {
  const zone = text.replace(/\([^()]*\)$/, '').trim();
  if (zone === '') return 0;

  const offset = /^(?:GMT|UTC?)?\s*([+\-−])\s*(\d{1,2}):?(\d{2})?(?:\s+[A-Za-z/_]+)?$/.exec(zone);
  if (!offset) return Object.hasOwn(ZONES, zone.toUpperCase()) ? ZONES[zone.toUpperCase()]! : null;

  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  const east = offset[1] === '+' ? minutes : -minutes;
  return Number(offset[3] ?? 0) > 59 || east < WEST || east > EAST ? null : east;
}
