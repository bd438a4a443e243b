import iconv from 'iconv-lite';

/** The characters of the bytes 0 to 255 in windows-1252; U+FFFD for the five bytes that it has none for. */
export const WINDOWS_1252 = iconv.decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
  'windows-1252',
);
