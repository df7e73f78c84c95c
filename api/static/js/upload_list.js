// The list of recent uploads: one row a file, written by the server or added here from the page's template.

import { formatSize } from "./file_checks.js";
import { timeElement } from "./local_times.js";
import { LABELS, isFinal } from "./statuses.js";

export class UploadList {
  /** @param {HTMLElement} section holds the parts `list`, `empty` and `summary` */
  constructor(section, template) {
    this.list = partOf(section, "list");
    this.empty = partOf(section, "empty");
    this.summary = partOf(section, "summary");
    this.template = template;
  }

  /** Puts new rows above the others, in the order of `files`. */
  addFiles(files) {
    const rows = files.map((file) => this.#newRow(file));
    this.list.prepend(...rows.map((row) => row.element));
    this.empty.hidden = true;
    this.summarise();
    return rows;
  }

  rows() {
    return [...this.list.children].map((element) => new UploadRow(element));
  }

  findJob(jobId) {
    const element = this.list.querySelector(`[data-job-id="${CSS.escape(jobId)}"]`);
    return element && new UploadRow(element);
  }

  /** Says how many of the rows shown are done, and returns that sentence ("" when there is nothing under way). */
  summarise() {
    const statuses = this.rows().map((row) => row.status);
    const open = statuses.filter((status) => !isFinal(status) && status !== "rejected").length;
    this.summary.textContent = open === 0 ? "" : `${open} under way`;
    return this.summary.textContent;
  }

  #newRow(file) {
    const element = this.template.content.firstElementChild.cloneNode(true);
    element.classList.add("upload-row--fresh");
    const row = new UploadRow(element);
    row.part("name").textContent = file.name;
    row.part("size").textContent = formatSize(file.size);
    row.part("progress").setAttribute("aria-label", `Upload of ${file.name}`);
    row.setStatus("uploading");
    return row;
  }
}

export class UploadRow {
  constructor(element) {
    this.element = element;
  }

  part(name) {
    return partOf(this.element, name);
  }

  get status() {
    return this.element.dataset.status;
  }

  get name() {
    return this.part("name").textContent;
  }

  setStatus(status) {
    this.element.dataset.status = status;
    const badge = this.part("badge");
    badge.className = `badge badge--${status}`;
    badge.textContent = LABELS[status] ?? status;
    this.part("progress").hidden = status !== "uploading";
  }

  setProgress(fraction) {
    this.part("progress").value = Math.round(fraction * 100);
  }

  setReason(text) {
    const reason = this.part("reason");
    reason.textContent = text ?? "";
    reason.hidden = !text;
  }

  /** Shows a button, or none for a null label. */
  setAction(label, onPress) {
    const button = this.part("action");
    button.hidden = label === null;
    button.textContent = label ?? "";
    if (label) button.setAttribute("aria-label", `${label} ${this.name}`);
    button.onclick = onPress ?? null;
  }

  /** What the upload was answered with. */
  accept(answer) {
    this.element.dataset.jobId = answer.job_id;
    this.part("when").replaceChildren(timeElement(new Date()));
    this.setProgress(1);
    this.setStatus(answer.status);
    this.setAction(null);
  }

  reject(message) {
    this.setStatus("rejected");
    this.setReason(message);
  }

  /** The state of its job. */
  show(job) {
    this.setStatus(job.status);
    const result = job.result;
    this.element.dataset.resumeId = result.resume_id;
    this.part("name").href = `/resumes/${result.resume_id}`;
    this.setReason(result.status_message ?? matchSentence(result));
    const candidate = this.part("candidate");
    candidate.hidden = !result.candidate_id;
    if (result.candidate_id) candidate.href = `/candidates/${result.candidate_id}`;
  }

  setCandidateName(name) {
    if (name) this.part("candidate").textContent = name;
  }
}

function matchSentence(result) {
  const evidence = { email: "e-mail", phone: "phone number", linkedin: "LinkedIn profile" }[result.matched_by];
  return result.is_duplicate && evidence ? `Known candidate, by ${evidence}` : null;
}

function partOf(element, name) {
  return element.querySelector(`[data-part="${name}"]`);
}
