// Sends files one request each, a few at a time, with progress. XMLHttpRequest, because fetch tells no upload progress.

const PARALLEL = 4;
const UPLOAD_URL = "/api/v1/resumes/upload";
const PASSING_STATUSES = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

export class UploadQueue {
  #waiting = [];
  #running = 0;

  /**
   * Sends `file` when its turn comes, with the fields of `told` (pairs of name and text) beside it.
   * @param {{onProgress: (fraction: number) => void, onDone: (answer: object) => void,
   *          onFailed: (failure: {message: string, canRetry: boolean}) => void}} listener
   * @returns {() => void} takes the file back; nothing is called after that
   */
  add(file, told, listener) {
    const upload = { file, told, listener, request: null };
    this.#waiting.push(upload);
    this.#startNext();
    return () => this.#cancel(upload);
  }

  #startNext() {
    while (this.#running < PARALLEL && this.#waiting.length > 0) {
      this.#running += 1;
      send(this.#waiting.shift(), () => {
        this.#running -= 1;
        this.#startNext();
      });
    }
  }

  #cancel(upload) {
    this.#waiting = this.#waiting.filter((other) => other !== upload);
    upload.request?.abort();
  }
}

function send(upload, onEnd) {
  const { file, told, listener } = upload;
  const request = new XMLHttpRequest();
  upload.request = request;
  request.open("POST", UPLOAD_URL);
  request.responseType = "json";
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-Intake-Source", "page");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) listener.onProgress(event.loaded / event.total);
  });
  request.addEventListener("load", () => settle(request, listener));
  request.addEventListener("error", () => listener.onFailed({ message: "The connection broke off.", canRetry: true }));
  request.addEventListener("loadend", onEnd);
  const form = new FormData();
  for (const [name, text] of told) form.append(name, text);
  form.append("file", file, file.name);
  request.send(form);
}

function settle(request, listener) {
  if (request.status === 401) location.reload(); // The session ended: the page itself asks to sign in.
  else if (request.status >= 200 && request.status < 300 && request.response) listener.onDone(request.response);
  else
    listener.onFailed({
      message: request.response?.detail ?? "The server could not take the file.",
      canRetry: PASSING_STATUSES.has(request.status),
    });
}
