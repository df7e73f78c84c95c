// A resume still under way: shown anew when its job has moved on.

import { JobPoller } from "./job_poller.js";

const line = document.querySelector("[data-job-id]");
const statusShown = line.querySelector(".badge").className;

const poller = new JobPoller((job) => {
  if (`badge badge--${job.status}` !== statusShown) location.reload();
});
poller.watch(line.dataset.jobId, "pending");
