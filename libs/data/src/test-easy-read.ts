import { brandId } from '@enig/kernel';
import { emptyJson, richFromPlain } from '@enig/text';
import type { DataSource } from 'typeorm';
import type { Actor } from './act';
import { createText } from './text-content';

/** For specs only: gives every focus area of an agreement that has none an easy-read version, so that it can be heard. */
export async function completeEasyRead(source: DataSource, agreement: string): Promise<void> {
  const lacking = await source.query<{ id: string; person: Actor['person']; body: Actor['body'] }[]>(
    `SELECT s.id, a.created_by AS person, 'secretariat:' || a.region AS body
     FROM section s JOIN part p ON p.id = s.part JOIN agreement a ON a.id = p.agreement
     WHERE a.id = $1 AND s.kind = 'focusArea' AND s.removed_at IS NULL AND s.easy_read IS NULL`,
    [agreement],
  );
  const content = { ...emptyJson('easy-read'), body: richFromPlain('Det handler om hverdagen.') };
  for (const { id, person, body } of lacking) {
    const actor: Actor = { person, body, capacity: 'secretariatOfficer' };
    const text = await createText(source.manager, { agreement: brandId(agreement), body: null, content }, actor);
    await source.query('UPDATE section SET easy_read = $2 WHERE id = $1', [id, text]);
  }
}
