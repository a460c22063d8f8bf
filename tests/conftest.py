"""Settings for every test."""

from __future__ import annotations

from hypothesis import settings

# A slow machine is no fault of the code: examples are limited in number, not time.
settings.register_profile("reportkit", deadline=None)
settings.load_profile("reportkit")
