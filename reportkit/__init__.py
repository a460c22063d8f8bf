"""Reports of meetings of international organizations, out of structured YAML.

The programming interface is `reportkit.api`; this module imports nothing.
"""

__version__ = "0.1.0"
