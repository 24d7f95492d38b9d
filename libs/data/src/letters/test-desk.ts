import { randomUUID } from 'node:crypto';
import { brandId, type BodyId, type PersonId } from '@enig/kernel';
import type { DataSource } from 'typeorm';
import type { Actor } from '../act';
import { connect } from '../connect';
import { migrate } from '../migrate';
import { loadReference } from '../reference';
import { createTestDatabase } from '../test-database';

/** A database with bodies and nothing else, and people with a seat as they are needed. For specs only. */
export interface Desk {
  readonly source: DataSource;
  /** Past all rights, to set the clock back. */
  readonly owner: DataSource;
  person(email?: string): Promise<PersonId>;
  actor(): Promise<Actor>;
  close(): Promise<void>;
}

const template = {
  name: 'bodies and nothing else',
  build: async (url: string): Promise<void> => {
    await migrate(url);
    const source = await connect({ url, applicationName: 'spec' });
    await loadReference(source);
    await source.destroy();
  },
};

export async function openDesk(): Promise<Desk> {
  const database = await createTestDatabase(template);
  const source = await connect({ url: database.url, applicationName: 'spec', poolSize: 30 });
  const owner = await connect({ url: database.url, applicationName: 'spec', asOwner: true });
  const person = async (email = `${randomUUID()}@example.invalid`): Promise<PersonId> => {
    const id = brandId<PersonId>(randomUUID());
    await source.query('INSERT INTO person (id, name, email) VALUES ($1, $2, $3)', [id, 'Åse Ørum', email]);
    await source.query(
      `INSERT INTO seat (id, person, body, kind, valid_from)
       VALUES (gen_random_uuid(), $1, 'secretariat:1085', 'secretariatOfficer', '2020-01-01')`,
      [id],
    );
    return id;
  };
  return {
    ...{ source, owner, person },
    actor: async () => ({
      ...{ person: await person(), body: brandId<BodyId>('secretariat:1085'), capacity: 'secretariatOfficer' },
    }),
    close: async () => {
      await source.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}
