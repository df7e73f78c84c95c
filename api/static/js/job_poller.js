// Asks for the state of all unfinished jobs in one request, ever more slowly while nothing changes.

import { UnreachableError, fetchItems } from "./api_client.js";
import { isFinal } from "./statuses.js";

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 10_000;
const BACK_OFF = 1.5;
const IDS_PER_REQUEST = 100;

export class JobPoller {
  /**
   * @param {(job: {job_id: string, status: string, result: object | null}) => void} onJob called for each job asked about
   * @param {(reachable: boolean) => void} onReachable called after each round
   */
  constructor(onJob, onReachable = () => {}) {
    this.onJob = onJob;
    this.onReachable = onReachable;
    this.statuses = new Map();
    this.delay = FIRST_DELAY_MS;
    this.timer = null;
    this.asking = false;
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#pause() : this.#hurry()));
  }

  watch(jobId, status) {
    if (this.statuses.has(jobId) || isFinal(status)) return;
    this.statuses.set(jobId, status);
    this.#hurry();
  }

  #hurry() {
    this.delay = FIRST_DELAY_MS;
    this.#pause();
    this.#schedule();
  }

  #pause() {
    clearTimeout(this.timer);
    this.timer = null;
  }

  #schedule() {
    // A round in flight schedules the next one itself.
    if (this.timer || this.asking || document.hidden || this.statuses.size === 0) return;
    this.timer = setTimeout(() => this.#round(), this.delay);
  }

  async #round() {
    this.timer = null;
    this.asking = true;
    const before = [...this.statuses.keys()];
    try {
      const jobs = await fetchJobs(before);
      this.onReachable(true);
      this.#take(before, jobs);
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      this.delay = Math.min(this.delay * BACK_OFF, LONGEST_DELAY_MS);
      this.onReachable(false);
    } finally {
      this.asking = false;
      this.#schedule();
    }
  }

  #take(asked, jobs) {
    const changed = jobs.some((job) => this.statuses.get(job.job_id) !== job.status);
    this.delay = changed ? FIRST_DELAY_MS : Math.min(this.delay * BACK_OFF, LONGEST_DELAY_MS);
    const known = new Map(jobs.map((job) => [job.job_id, job]));
    for (const jobId of asked) {
      const job = known.get(jobId);
      // A job that is gone (its resume was deleted) would be asked for for ever.
      if (!job || isFinal(job.status)) this.statuses.delete(jobId);
      else this.statuses.set(jobId, job.status);
      if (job) this.onJob(job);
    }
  }
}

async function fetchJobs(jobIds) {
  const chunks = [];
  for (let start = 0; start < jobIds.length; start += IDS_PER_REQUEST) chunks.push(jobIds.slice(start, start + IDS_PER_REQUEST));
  const pages = await Promise.all(chunks.map((ids) => fetchItems(`/jobs?ids=${ids.join(",")}`)));
  return pages.flat();
}
