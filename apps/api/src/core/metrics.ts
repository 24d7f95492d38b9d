import { monitorEventLoopDelay } from 'node:perf_hooks';

type Labels = Readonly<Record<string, string | number>>;

/** Counts what the process does, in the text format that Prometheus reads. No label names a person or a text. */
export class Metrics {
  private readonly counters = new Map<string, Map<string, number>>();
  private readonly gauges = new Map<string, () => number>();
  private readonly totals = new Map<string, () => number>();
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.delay.enable();
    this.gauge('process_resident_memory_bytes', () => process.memoryUsage.rss());
    this.gauge('process_uptime_seconds', () => process.uptime());
    this.gauge('enig_event_loop_delay_p99_seconds', () => this.delay.percentile(99) / 1e9);
  }

  /** Adds to a counter; a counter only grows. */
  count(name: string, labels: Labels = {}, by = 1): void {
    const counter = this.counters.get(name) ?? new Map<string, number>();
    const key = labelled(name, labels);
    counter.set(key, (counter.get(key) ?? 0) + by);
    this.counters.set(name, counter);
  }

  /** A value that is read when somebody asks. */
  gauge(name: string, read: () => number): void {
    this.gauges.set(name, read);
  }

  /** A counter that somebody else keeps; it is read when somebody asks, and only grows. */
  total(name: string, read: () => number): void {
    this.totals.set(name, read);
  }

  /** Everything, as text. */
  text(): string {
    const counters = [...this.counters].flatMap(([name, values]) => [
      `# TYPE ${name} counter`,
      ...[...values].map(([key, value]) => `${key} ${value}`),
    ]);
    const totals = [...this.totals].flatMap(([name, read]) => [`# TYPE ${name} counter`, `${name} ${read()}`]);
    const gauges = [...this.gauges].flatMap(([name, read]) => [`# TYPE ${name} gauge`, `${name} ${read()}`]);
    return `${[...counters, ...totals, ...gauges].join('\n')}\n`;
  }

  /** Stops measuring. */
  stop(): void {
    this.delay.disable();
  }
}

function labelled(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}
