"""Settings: the only place where the environment is read."""

from config.settings import Settings, get_settings

__all__ = ["Settings", "get_settings"]
