"""Upload to candidate on an idle system: the warm worker against Prefect's stock `process` worker, same flow."""
