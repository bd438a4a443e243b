/** RFC 5646 knows no longer tag that anyone uses (section 4.4.1); names of languages are shorter too. */
const LONGEST = 35;

/** What publishers write instead of a tag: country codes, old codes, three-letter codes that have a shorter form, own names. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    vn: 'vi',
    kh: 'km',
    jp: 'ja',
    kp: 'ko',
    cn: 'zh-Hans',
    gb: 'en',
    cz: 'cs',
    dk: 'da',
    gr: 'el',
    iw: 'he',
    in: 'id',
    ji: 'yi',
    mo: 'ro',
    tl: 'fil',
    chs: 'zh-Hans',
    cht: 'zh-Hant',
    'zh-cn': 'zh-Hans',
    'zh-sg': 'zh-Hans',
    'zh-tw': 'zh-Hant',
    'zh-hk': 'zh-Hant',
    'zh-mo': 'zh-Hant',
    'zh-hans-cn': 'zh-Hans',
    'zh-hant-tw': 'zh-Hant',
    'zh-chs': 'zh-Hans',
    'zh-cht': 'zh-Hant',
    mandarin: 'zh',
    cantonese: 'yue',
    khmer: 'km',
    lao: 'lo',
    laotian: 'lo',
    burmese: 'my',
    farsi: 'fa',
    tagalog: 'fil',
    'tiếng việt': 'vi',
    'tieng viet': 'vi',
    中文: 'zh',
    简体中文: 'zh-Hans',
    繁體中文: 'zh-Hant',
    日本語: 'ja',
    한국어: 'ko',
    русский: 'ru',
    العربية: 'ar',
    ไทย: 'th',
    ລາວ: 'lo',
    ខ្មែរ: 'km',
    español: 'es',
    français: 'fr',
    deutsch: 'de',
    português: 'pt',
    italiano: 'it',
  }),
);

/** The languages whose English names are read, and that a two-letter code has to be one of: ISO 639-1. */
const TWO_LETTERS = (
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj ' +
  'fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la ' +
  'lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa ' +
  'sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
).split(' ');

const ENGLISH = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const NAMES = new Map(TWO_LETTERS.map(code => [ENGLISH.of(code)?.toLowerCase() ?? code, code]));

/** Languages that news of Việt Nam is published in and that Intl has no name for: Ê Đê, Gia Rai, Ba Na, Chăm, K’ho, Cơ Tu, Mnông, Tày, Nùng, Thái … */
const OF_VIETNAM = new Set(
  'rad jra bdq cjm cja kpm ktv cmo mnn mng hmv mww tyz nut blt twh tdd hre sed brb pac mtq hni ium'.split(' '),
);

/** Tags that are canonical as they stand: nearly all that sources write, and what we have read before. Intl takes 10 µs to say so. */
const CANONICAL = new Set(TWO_LETTERS.filter(code => !MEANT.has(code) && canonicalTag(code) === code));

/** What stands where a language is not known (ISO 639-2: undetermined, no linguistic content, several, uncoded). */
const NONE = new Set(['und', 'zxx', 'mul', 'mis', 'root']);

/**
 * The canonical BCP 47 tag (RFC 5646, section 4.5) that is meant by what a source writes: "en_US" is en-US, "vn" is vi,
 * "Vietnamese" is vi, "zh-CN" is zh-Hans and "zh-TW" zh-Hant, since readers of Chinese differ by script. A region stays: pt-BR.
 * Null when it names no language.
 */
export function languageTag(text: string | null): string | null {
  if (text === null || text.length > 4 * LONGEST) return null;
  if (CANONICAL.has(text)) return text;

  // One of several: "vi, en", "en;q=0.8", "en-US.UTF-8", "Vietnamese (Vietnam)".
  const first = text
    .normalize('NFC')
    .trim()
    .split(/[,;.@(|/]/, 1)[0]!
    .trim()
    .toLowerCase();
  const written = first.replaceAll('_', '-').replace(/^(urn:|lang:|language:|bcp47:|xml:)+/, '');
  const meant = MEANT.get(written) ?? NAMES.get(written) ?? withMeantLanguage(written);
  if (meant.length > LONGEST) return null;

  const canonical = canonicalTag(meant);
  const [language = ''] = canonical?.split('-') ?? [];
  if (canonical === null || NONE.has(language)) return null;
  // Well formed is not enough: "xx" and "news" are, and are no languages.
  if (!TWO_LETTERS.includes(language) && !isKnownLonger(language)) return null;
  return MEANT.get(canonical.toLowerCase()) ?? canonical;
}

function isKnownLonger(language: string): boolean {
  return language.length === 3 && (OF_VIETNAM.has(language) || ENGLISH.of(language) !== undefined);
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** "vn-VN" begins with a country's code too; its rest is kept. */
function withMeantLanguage(written: string): string {
  const [language = '', ...rest] = written.split('-');
  return [MEANT.get(language) ?? language, ...rest].join('-');
}
