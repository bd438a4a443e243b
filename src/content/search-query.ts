export function searchQuery(text: string): string | null { return text; }
