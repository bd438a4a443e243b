import { declaredCharset } from './declared-charset.js';
import { decodeLegacy } from './decode-legacy.js';
import { decodeUtf8, utf8Share } from './decode-utf8.js';
import { guessCharset } from './guess-charset.js';
import { unicodeForm } from './unicode-form.js';
import { WINDOWS_1252 } from './windows-1252.js';

/** What people declare without meaning it: the bytes may well be UTF-8. */
const CARELESS = new Set(['us-ascii', 'ascii', 'iso-8859-1', 'latin1', 'iso-8859-15', 'windows-1252', 'cp1252']);

/** How C1 control characters, which no text has, came about: as windows-1252 punctuation taken for Latin-1. */
const CONTROLS = /[\u0080-\u009f]/g;

/** What XML 1.0, section 2.2, forbids. */
// oxlint-disable-next-line no-control-regex -- Control characters are the subject.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * The text of a file or answer, and the name of the encoding it was in ('utf-8', 'windows-1258', …).
 * In the order of RFC 7303, section 3: the byte order mark, the charset of the HTTP answer, the XML declaration, UTF-8; the
 * first bytes tell UTF-16 and UTF-32 that have no mark. What is declared is believed as far as the bytes agree; where they do
 * not, they are read as UTF-8 if they are that, and by their statistics otherwise.
 * The text is without a byte order mark and without characters that XML forbids. Never throws.
 */
export function decodeText(bytes: Uint8Array, charset: string | null): { text: string; encoding: string } {
  const { text, encoding } = decode(bytes, charset);
  return { text: clean(text), encoding };
}

function decode(bytes: Uint8Array, charset: string | null): { text: string; encoding: string } {
  const form = unicodeForm(bytes);
  if (form !== null && form !== 'utf-8') return decodeLegacy(bytes, form) ?? { text: '', encoding: form };

  const asUtf8 = () => ({ text: decodeUtf8(bytes), encoding: 'utf-8' });
  if (form === 'utf-8') return asUtf8();

  const share = utf8Share(bytes);
  for (const declared of [charset, declaredCharset(bytes)]) {
    if (declared === null || /^(utf-?(8|16|32)|ucs-?[24]|unicode)/i.test(declared)) continue;
    if (share.sequences > 0 && share.broken === 0 && CARELESS.has(declared.toLowerCase())) return asUtf8();
    const decoded = decodeLegacy(bytes, declared);
    if (decoded !== null) return decoded;
  }
  // A few broken bytes do not make a text in UTF-8 another: one in eight is more than cutting and pasting does.
  if (share.broken * 8 <= share.sequences) return asUtf8();

  return decodeLegacy(bytes, guessCharset(bytes)) ?? decodeLegacy(bytes, 'windows-1252') ?? asUtf8();
}

function clean(text: string): string {
  const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text;
  return unmarked.replace(CONTROLS, control => WINDOWS_1252[control.charCodeAt(0)]!).replace(FORBIDDEN, '');
}
