import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Known } from "../mention/index.ts";
import type { ReadRecord } from "../record/index.ts";
import type { ReportSource } from "../report/index.ts";
import type { CoderVersion } from "../store/index.ts";
import { AnalysisError, type Analyzer } from "./analyzer.ts";
import type { Answer, Task, WorkerOptions } from "./messages.ts";

export interface PoolOptions extends WorkerOptions {
  /** How many threads; by default one a core, four at most. */
  readonly size?: number;
  /** How long one report may take before its worker is replaced; 30 s if not said otherwise. */
  readonly timeoutMs?: number;
  /** The worker's script, where it is not the one that ships. */
  readonly script?: URL;
}

interface Job {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly worker: Worker;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/** Threads that read reports, until `close`. A report that takes too long, or fells its thread, costs that report and no other. */
export class AnalysisPool implements Analyzer {
  readonly size: number;
  readonly #script: URL;
  readonly #data: WorkerOptions;
  readonly #timeoutMs: number;
  readonly #members = new Set<Member>();
  readonly #waiting: Job[] = [];
  readonly #version: Promise<CoderVersion>;
  #resolveVersion!: (version: CoderVersion) => void;
  #rejectVersion!: (error: Error) => void;
  #unusable: Error | null = null;
  #closed = false;

  constructor({ size, timeoutMs = 30_000, script = workerScript(), overlay }: PoolOptions = {}) {
    this.size = size ?? Math.min(availableParallelism(), 4);
    if (!(this.size >= 1)) throw new RangeError(`a pool has at least one worker, not ${this.size}`);
    this.#script = script;
    this.#data = overlay === undefined ? {} : { overlay };
    this.#timeoutMs = timeoutMs;
    this.#version = new Promise((resolve, reject) => {
      this.#resolveVersion = resolve;
      this.#rejectVersion = reject;
    });
    this.#version.catch(() => undefined);
  }

  /** Starts the first thread if there is none, and gives the version of its coder. */
  version(): Promise<CoderVersion> {
    if (this.#members.size === 0 && this.#unusable === null) this.#hire();
    return this.#version;
  }

  async identify(source: ReportSource): Promise<string> {
    const answer = await this.#ask({ kind: "identify", source });
    if (answer.kind === "identified") return answer.id;
    throw new AnalysisError("coder-crashed", failureOf(answer));
  }

  async analyze(source: ReportSource, known?: Known): Promise<ReadRecord> {
    const task = { kind: "analyze", source, ...(known === undefined ? {} : { known }) } as const;
    const answer = await this.#ask(task);
    if (answer.kind === "analyzed") return answer.record;
    throw new AnalysisError("coder-crashed", failureOf(answer));
  }

  /** Ends the threads; what is still asked for is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const error = new AnalysisError("coder-crashed", "the program is ending");
    for (const job of this.#waiting.splice(0)) job.reject(error);
    const workers = [...this.#members].map(async (member) => {
      this.#dismiss(member)?.reject(error);
      await member.worker.terminate();
    });
    await Promise.all(workers);
  }

  #ask(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#closed) reject(new AnalysisError("coder-crashed", "the program is ending"));
      else if (this.#unusable !== null) reject(this.#unusable);
      else {
        this.#waiting.push({ task, resolve, reject });
        this.#assign();
      }
    });
  }

  /** Gives waiting tasks to free threads, and starts more threads while there are tasks and room for them. */
  #assign(): void {
    for (const member of this.#members) {
      if (!member.ready || member.job !== null) continue;
      const job = this.#waiting.shift();
      if (job === undefined) return;
      member.job = job;
      member.timer = setTimeout(() => this.#giveUp(member), this.#patienceFor(job.task));
      member.worker.postMessage(job.task);
    }
    const starting = [...this.#members].filter(({ ready }) => !ready).length;
    if (this.#waiting.length > starting && this.#members.size < this.size) this.#hire();
  }

  /** A long text may take longer: a tenth of a millisecond more for each UTF-16 unit. */
  #patienceFor({ source }: Task): number {
    return this.#timeoutMs + source.text.length / 10;
  }

  #hire(): void {
    const worker = new Worker(this.#script, { workerData: this.#data });
    const member: Member = { worker, ready: false, job: null, timer: null };
    this.#members.add(member);
    worker.on("message", (answer: Answer) => this.#hear(member, answer));
    worker.on("error", (error) => this.#lose(member, error));
    worker.on("exit", (code) => this.#lose(member, new Error(`its thread ended with code ${code}`)));
  }

  #hear(member: Member, answer: Answer): void {
    if (!this.#members.has(member)) return;
    if (answer.kind === "unusable") {
      this.#abandon(new Error(answer.message));
      return;
    }
    if (answer.kind === "ready") {
      member.ready = true;
      this.#resolveVersion(answer.version);
    } else {
      const job = this.#free(member);
      job?.resolve(answer);
    }
    this.#assign();
  }

  #giveUp(member: Member): void {
    const job = this.#dismiss(member);
    void member.worker.terminate();
    const seconds = Math.round((job === null ? this.#timeoutMs : this.#patienceFor(job.task)) / 1000);
    job?.reject(new AnalysisError("too-slow", `was not read within ${seconds} s and is left out`));
    this.#assign();
  }

  #lose(member: Member, cause: Error): void {
    if (!this.#members.has(member)) return;
    const job = this.#dismiss(member);
    if (!member.ready) {
      this.#abandon(cause);
      return;
    }
    const options = { cause };
    job?.reject(new AnalysisError("coder-crashed", `the coder broke down on it (${cause.message})`, options));
    this.#assign();
  }

  /** A thread that cannot start would not start the next time either. */
  #abandon(error: Error): void {
    this.#unusable = error;
    this.#rejectVersion(error);
    for (const job of this.#waiting.splice(0)) job.reject(error);
    for (const member of [...this.#members]) {
      this.#dismiss(member)?.reject(error);
      void member.worker.terminate();
    }
  }

  #free(member: Member): Job | null {
    const { job } = member;
    if (member.timer !== null) clearTimeout(member.timer);
    member.timer = null;
    member.job = null;
    return job;
  }

  #dismiss(member: Member): Job | null {
    this.#members.delete(member);
    return this.#free(member);
  }
}

function failureOf(answer: Answer): string {
  const detail = answer.kind === "failed" ? answer.message : `answered with ${answer.kind}`;
  return `the coder broke down on it; please report this: ${detail}`;
}

/** The worker that ships. It runs from `dist`, also where the rest runs from `src`. */
export function workerScript(): URL {
  const isBuilt = import.meta.url.endsWith(".js");
  const script = new URL(isBuilt ? "./worker.js" : "../../dist/intake/worker.js", import.meta.url);
  if (!existsSync(script)) {
    throw new Error(`${fileURLToPath(script)} is not there: the program is not built; run: npm run build`);
  }
  return script;
}
