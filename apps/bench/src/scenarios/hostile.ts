import * as Y from 'yjs';
import { Client, type Entrance } from '../client';
import type { Crowd, CrowdOutcome } from '../crowd';
import { HOSTILE_FRAMES } from '../demands';
import { upToDate } from '../dialects';
import { forger, type Forge } from '../hostile';
import { AUTHOR, type LongText } from '../long-text';
import { Meter } from '../meter';
import { randomFrom } from '../random';
import { latencyFigures, withCrowd } from './crowd';
import type { Scenario } from './scenario';

/** So many connections in a row that are not let in, and the server is taken to be dead. */
const NOT_LET_IN = 100;
/** Hostile connections at the same time; whoever is thrown out comes again. */
const ATTACKERS = 20;
/** Longest wait in ms for an answer before the connection is given up. */
const ANSWER_WITHIN = 5_000;
const HONEST_ID = 4_000_000_001;
const HONEST = { clients: 10, typing: 10, presence: false };

/** Ten people type while others send nonsense as fast as it is answered: the longest time the loop stood still. */
export const hostile: Scenario = {
  name: 'hostile',
  systems: ['enig'],
  run: async (system, stage) => {
    const [text = ''] = await system.keep([stage.text.update]);
    const server = await system.start();
    return withCrowd(system, [server], async (crowd) => {
      await crowd.gather(text, stage.text, HONEST);
      await server.ask('watch');
      const cpuBefore = server.cpu;
      const planned = Math.ceil(HOSTILE_FRAMES / stage.rounds / (stage.quick ? 20 : 1));
      const forge = forger(honestUpdates(stage.text), randomFrom(100 + stage.round));
      const attack = new Attack(planned, forge, [AUTHOR, ...crowd.typists]);
      const entrances = Array.from({ length: ATTACKERS }, (_, n) => system.entrance(server, text, HONEST.clients + n));
      const attacks = Promise.all(entrances.map((entrance) => attack.from(entrance)));
      const meter = new Meter([server], stage.cluster);
      const outcome = await typeUntil(crowd, attacks, meter, stage.quick);
      const stall = await server.ask('stall');
      const cpuEach = (1_000 * (server.cpu - cpuBefore)) / attack.sent;
      const { sent: frames, thrownOut } = attack;
      return { stall, cpuEach, frames, thrownOut, ...latencyFigures(outcome), others: meter.core.others };
    });
  },
};

/**
 * Types in windows of a few seconds until the attack is over.
 *
 * @returns what came of the last window, with what was undelivered in all of them.
 */
async function typeUntil(crowd: Crowd, attacks: Promise<unknown>, meter: Meter, quick: boolean): Promise<CrowdOutcome> {
  let isOver = false;
  const over = attacks.finally(() => (isOver = true));
  over.catch(() => undefined); // told when it is waited for
  const pace = { editsPerSecond: 40, presence: false, warmUp: 500, window: quick ? 1_500 : 5_000 };
  for (let undelivered = 0; ;) {
    const outcome = await crowd.type(pace, meter.onWindow);
    undelivered += outcome.undelivered;
    if (!isOver) continue;
    await over;
    return { ...outcome, undelivered };
  }
}

/** What somebody sends who types, deletes and formats here and there. */
function honestUpdates({ update }: LongText): Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  doc.clientID = HONEST_ID;
  const made: Uint8Array[] = [];
  doc.on('update', (each: Uint8Array) => made.push(each));
  for (const paragraph of doc.getXmlFragment('intro').toArray()) {
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(words instanceof Y.XmlText)) continue;
    for (const word of ['Og', ' mere', ' om', ' det']) words.insert(20, word);
    words.format(3, 9, { bold: {} });
    words.delete(40, 15);
  }
  doc.destroy();
  return made;
}

/** Sends hostile messages, one after the other on each connection: the next when the server has dealt with the last. */
class Attack {
  sent = 0;
  thrownOut = 0;
  private notLetIn = 0;

  /** @param authors the Yjs client ids of all who have written honestly. */
  constructor(
    private readonly frames: number,
    private readonly forge: Forge,
    private readonly authors: readonly number[],
  ) {}

  /** Whoever is thrown out comes again, and says that they have the text already. */
  async from(entrance: Entrance): Promise<void> {
    const greeting = [this.question(entrance)];
    const known = { ...entrance, dialect: { ...entrance.dialect, greeting } };
    while (this.sent < this.frames) {
      const client = new Client(known, {});
      await client.ready.then(
        () => (this.notLetIn = 0),
        () => (this.notLetIn += 1),
      );
      if (this.notLetIn >= NOT_LET_IN) throw new Error('The server lets nobody in any more');
      while (this.sent < this.frames && client.closed === null) await this.once(client, known);
      if (client.closed !== null) this.thrownOut += 1;
      client.leave();
      await client.gone;
    }
  }

  private async once(client: Client, entrance: Entrance): Promise<void> {
    this.sent += 1;
    const answered = client.answered();
    client.send(this.forge(), this.question(entrance));
    const timer = setTimeout(() => client.leave(), ANSWER_WITHIN);
    await answered;
    clearTimeout(timer);
  }

  /** Goes behind a message and is always answered, so that the answer says that both were read. */
  private question({ dialect }: Entrance): Uint8Array {
    return upToDate(dialect, this.authors);
  }
}
