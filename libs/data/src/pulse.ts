import type { DataSource } from 'typeorm';

/** An open database: what the stores are made on. Nobody outside libs/data asks it anything. */
export type Database = DataSource;

/** Whether the database answers, for whoever runs the server. */
export class Pulse {
  constructor(private readonly source: Database) {}

  /** Not answering is the answer here, whatever the reason. */
  async beats(): Promise<boolean> {
    return this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
