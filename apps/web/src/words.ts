/** A word as it begins a sentence or stands as a choice. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
}
