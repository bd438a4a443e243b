/**
 * Writes functions and what they need of constants as a script for browsers: compiled and checked with the rest, they are told by
 * their own source (ECMAScript 2025, 20.2.3.5), so that no bundler is needed, nor a file beside the code. Each must be given under
 * its name, with every one that it calls.
 */
export function writeScript(values: Record<string, unknown>, functions: ((...of: never[]) => unknown)[]): string {
  const constants = Object.entries(values).map(([name, value]) => `const ${name}=${JSON.stringify(value)};\n`);
  return `${constants.join('')}${functions.map(text => `${String(text)}\n`).join('')}`;
}
