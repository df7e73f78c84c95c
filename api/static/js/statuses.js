// What the statuses of a resume mean to the page. `uploading` and `rejected` exist only here: such a file has no job.

export const LABELS = {
  uploading: "Uploading",
  rejected: "Rejected",
  pending: "Waiting",
  processing: "Processing",
  completed: "Completed",
  needs_review: "Needs review",
  failed: "Failed",
};

const FINAL = new Set(["completed", "needs_review", "failed"]);

export const isFinal = (status) => FINAL.has(status);
