import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { embeddedJson } from '../pages/arguable.js';
import type { PublicRecord, RecordHead, RecordScenario } from '../track-records/public-record.js';
import type { Loaded } from './record-scenario.js';
import { TextFile } from './text-file.js';

/**
 * A record as one JSON text of the shape of `PublicRecord`, a line for each scenario, written as it is read. Nothing in it
 * can end an HTML element that it stands in.
 */
export class RecordFile {
  head!: RecordHead;
  scenarios = 0;
  forecasts = 0;
  private readonly hash = createHash('sha256');
  private readonly topics = new Map<string, PublicRecord['topics'][number]>();
  private readonly forecasters = new Map<string, PublicRecord['forecasters'][number]>();
  private digested: string | undefined;

  private constructor(
    readonly path: string,
    private readonly file: TextFile,
  ) {}

  static async create(path: string): Promise<RecordFile> {
    return new RecordFile(path, await TextFile.create(path));
  }

  async begin(head: RecordHead): Promise<void> {
    this.head = head;
    await this.put(`${embeddedJson(head).slice(0, -1)},"scenarios":[`);
  }

  async add({ scenario, topic, forecasters }: Loaded): Promise<void> {
    await this.put(`${this.scenarios === 0 ? '' : ','}\n${embeddedJson(scenario)}`);
    this.scenarios += 1;
    this.forecasts += scenario.forecasts.length;
    this.topics.set(topic.slug, topic);
    for (const forecaster of forecasters) this.forecasters.set(forecaster.slug, forecaster);
  }

  async end(): Promise<void> {
    const { topics, forecasters } = this.names();
    await this.put(`\n],"topics":${embeddedJson(topics)},"forecasters":${embeddedJson(forecasters)}}`);
    await this.file.end();
  }

  /** SHA-256 of the text, hex; of the whole text, so ask when it has ended. */
  get digest(): string {
    return (this.digested ??= this.hash.digest('hex'));
  }

  /** The record without its scenarios. */
  get record(): PublicRecord {
    return { ...this.head, scenarios: [], ...this.names() };
  }

  /** One after the other, in the order of the record. */
  async *scenariosIn(): AsyncGenerator<RecordScenario> {
    const lines = createInterface({ input: createReadStream(this.path, 'utf8'), crlfDelay: Infinity });
    for await (const line of lines)
      if (line.startsWith('{"id"')) yield JSON.parse(line.replace(/,$/, '')) as RecordScenario;
  }

  text(): AsyncIterable<string> {
    return createReadStream(this.path, 'utf8') as AsyncIterable<string>;
  }

  /** By name, as people look for them. */
  private names(): Pick<PublicRecord, 'topics' | 'forecasters'> {
    return {
      topics: [...this.topics.values()].sort((a, b) => compare(a.title, b.title)),
      forecasters: [...this.forecasters.values()].sort((a, b) => compare(a.name, b.name)),
    };
  }

  private put(text: string): Promise<void> {
    this.hash.update(text, 'utf8');
    return this.file.write(text);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
