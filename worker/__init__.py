"""A Prefect worker of type `warm-process`: flow runs go to long-lived processes that have everything imported.

prefect worker start --pool NAME --type warm-process
"""

from worker.warm_process_worker import WarmProcessWorker

__all__ = ["WarmProcessWorker"]
