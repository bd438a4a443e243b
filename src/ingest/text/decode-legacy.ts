import iconv from 'iconv-lite';

/** Read as the encoding that contains them, as the WHATWG Encoding standard has it; the first is our name for both. */
const CONTAINED: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'gb_2312-80': 'gb18030',
};
const READ_AS: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
};

const NAMES: Record<string, string> = {
  latin1: 'iso-8859-1',
  l1: 'iso-8859-1',
  ascii: 'us-ascii',
  utf16: 'utf-16le',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  'windows-31j': 'shift_jis',
};

/** Encodings in which no honest feed is: utf-7 lets markup pass as letters; the others are no text. */
const REFUSED = /^(utf-?7|base64|hex|binary|ucs-?2|cesu|internal)/;

/**
 * Reads bytes in an encoding other than UTF-8, by its IANA name or a name in use. Null where the encoding is not known or where
 * the bytes are not in it: more than one character in a thousand that it does not have.
 * Vietnamese windows-1258 has its tones as letters of their own: they are joined (NFC).
 */
export function decodeLegacy(bytes: Uint8Array, charset: string): { text: string; encoding: string } | null {
  const label = charset.trim().toLowerCase();
  const encoding = CONTAINED[label] ?? NAMES[label] ?? label;
  const text = REFUSED.test(encoding) ? null : readAs(bytes, READ_AS[encoding] ?? encoding);
  if (text === null) return null;

  let missing = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) missing++;
  if (missing * 1000 > text.length) return null;

  return { text: encoding === 'windows-1258' ? text.normalize('NFC') : text, encoding };
}

function readAs(bytes: Uint8Array, encoding: string): string | null {
  // Not TextDecoder throughout: in Node 20 it reads windows-1252 as Latin-1. But iconv-lite lacks ISO-2022-JP.
  if (encoding === 'iso-2022-jp') return new TextDecoder(encoding).decode(bytes);
  return iconv.encodingExists(encoding) ? iconv.decode(bytes, encoding) : null;
}
