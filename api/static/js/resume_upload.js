// The upload page: files in by chooser or drop, a row each, and their jobs followed to the end.

import { UnreachableError, fetchItems } from "./api_client.js";
import { filesOfDrop } from "./dropped_files.js";
import { whyRefused } from "./file_checks.js";
import { JobPoller } from "./job_poller.js";
import { isFinal } from "./statuses.js";
import { UploadList } from "./upload_list.js";
import { UploadQueue } from "./upload_queue.js";

const find = (part) => document.querySelector(`[data-part="${part}"]`);
const form = document.getElementById("upload-form");
const input = document.getElementById("upload-files");
const dropzone = find("dropzone");
const maxBytes = Number(form.dataset.maxBytes);

const list = new UploadList(document.querySelector(".uploads"), document.getElementById("upload-row"));
const queue = new UploadQueue();
const poller = new JobPoller(showJob, (reachable) => (find("connection").hidden = reachable));

function takeFiles(files) {
  if (files.length === 0) return;
  const rows = list.addFiles(files);
  files.forEach((file, index) => takeFile(file, rows[index]));
  announce(files.length === 1 ? `Uploading ${files[0].name}` : `Uploading ${files.length} files`);
}

function takeFile(file, row) {
  const refusal = whyRefused(file, maxBytes);
  if (refusal) refuse(row, refusal);
  else upload(file, row);
}

function upload(file, row) {
  row.setStatus("uploading");
  row.setProgress(0);
  row.setReason(null);
  const cancel = queue.add(file, whatIsTold(), {
    onProgress: (fraction) => row.setProgress(fraction),
    onDone: (answer) => accept(row, answer),
    onFailed: ({ message, canRetry }) => {
      refuse(row, message);
      if (canRetry) row.setAction("Retry", () => upload(file, row));
    },
  });
  row.setAction("Cancel", () => {
    cancel();
    refuse(row, "Cancelled.");
    row.setAction("Retry", () => upload(file, row));
  });
  list.summarise();
}

// What the form says of the files, as it is when they are added.
function whatIsTold() {
  return ["source", "consent"].map((name) => [name, form.elements[name].value]);
}

function refuse(row, message) {
  row.reject(message);
  row.setAction(null);
  list.summarise();
  announce(`${row.name}: ${message}`);
}

function accept(row, answer) {
  // The same file again has the same job: its older row would show everything twice.
  list.findJob(answer.job_id)?.element.remove();
  row.accept(answer);
  if (isFinal(answer.status)) showKnown(row, answer.job_id);
  else poller.watch(answer.job_id, answer.status);
  list.summarise();
}

/** A file that was here before is final at once; its job still tells the candidate. */
async function showKnown(row, jobId) {
  const [job] = await fetchIfReachable(`/jobs?ids=${jobId}`);
  if (!job) return;
  row.show(job);
  row.setReason(job.result.status_message ?? "This file was already here.");
  announce(`${row.name}: this file was already here.`);
  await nameCandidates();
}

function showJob(job) {
  const row = list.findJob(job.job_id);
  if (!row) return;
  row.show(job);
  const open = list.summarise();
  if (!isFinal(job.status)) return;
  announce(`${row.name}: ${row.part("badge").textContent}. ${open || "All are finished."}`);
  scheduleNames();
}

let namesTimer = null;

/** Jobs end in groups; one request then brings all their candidates' names. */
function scheduleNames() {
  clearTimeout(namesTimer);
  namesTimer = setTimeout(nameCandidates, 150);
}

async function nameCandidates() {
  const resumes = await fetchIfReachable("/resumes?limit=100");
  for (const resume of resumes) list.findJob(resume.job_id)?.setCandidateName(resume.candidate_name);
}

/** For what the page can do without. */
async function fetchIfReachable(path) {
  try {
    return await fetchItems(path);
  } catch (error) {
    if (error instanceof UnreachableError) return [];
    throw error;
  }
}

function announce(sentence) {
  find("announcement").textContent = sentence;
}

input.required = false;
input.addEventListener("change", () => {
  takeFiles([...input.files]);
  input.value = ""; // So that choosing the same file again counts as a change.
});

// A file that misses the zone would otherwise replace the page.
for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
document.addEventListener("dragover", (event) => {
  dropzone.classList.toggle("dropzone--over", event.dataTransfer.types.includes("Files"));
});
for (const name of ["dragend", "drop"]) document.addEventListener(name, () => dropzone.classList.remove("dropzone--over"));
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) dropzone.classList.remove("dropzone--over");
});
document.addEventListener("drop", async (event) => takeFiles(await filesOfDrop(event.dataTransfer)));

for (const row of list.rows()) poller.watch(row.element.dataset.jobId, row.status);
list.summarise();
