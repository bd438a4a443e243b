/** The months where Chromium (147) has no dates of a language: it ships without those of Lao and Khmer. As CLDR 47 abbreviates them. */
export const MONTHS: Record<string, string> = {
  lo: 'ມ.ກ. ກ.ພ. ມ.ນ. ມ.ສ. ພ.ພ. ມິ.ຖ. ກ.ລ. ສ.ຫ. ກ.ຍ. ຕ.ລ. ພ.ຈ. ທ.ວ.',
  km: 'មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ',
};

/** A moment as people of a language write it, with the zone it is told in; the reader's own zone unless one is named. */
export function momentText(moment: string, language: string, timeZone: string | null): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const months = MONTHS[language.toLowerCase().split('-')[0] ?? '']?.split(' ');
  const month = months ? 'numeric' : 'short';
  const shape = { day: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const write = (zone: object): string => {
    const options = { ...shape, month, timeZoneName: 'short', ...zone } as const;
    if (!months) return new Intl.DateTimeFormat([language, 'en-GB'], options).format(date);
    const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(date);
    const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
    const day = `${Number(part('day'))} ${months[Number(part('month')) - 1] ?? ''} ${part('year')}`;
    return `${day}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
  };
  try {
    return write(timeZone ? { timeZone } : {});
  } catch {
    return write({});
  }
}
