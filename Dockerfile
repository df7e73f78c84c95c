# One image for the API, the worker, the one-shot set-up and the Prefect server.
# A build that can be repeated names the base by its digest, and the commit's time: see docs/operations.md, Supply chain.
ARG BASE=python:3.11-slim
FROM ${BASE} AS build
ARG SOURCE_DATE_EPOCH=0
# Read by Python's compiler, so that compiled files hold hashes and no times.
ENV SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH}
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY requirements.txt ./
RUN pip install --require-hashes -r requirements.txt
COPY . .
# Registers the worker type and the command `intake`; the dependencies are those of the lock.
RUN pip install --no-deps .

FROM ${BASE}
RUN apt-get update \
    && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-eng \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 intake \
    && install -d -m 0700 -o intake /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build --chown=intake /app /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    INTAKE_DATA_DIR=/data \
    INTAKE_API_HOST=0.0.0.0 \
    PREFECT_HOME=/data/prefect \
    PREFECT_SERVER_ANALYTICS_ENABLED=false \
    DO_NOT_TRACK=1 \
    GX_ANALYTICS_ENABLED=false
WORKDIR /app
USER intake
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000", "--no-access-log", "--no-server-header", "--no-proxy-headers"]
