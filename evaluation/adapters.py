"""Plain dicts of the scorer in, plain dicts out: translation between the gold files and the library, nothing more.

A function for what the library cannot do yet is absent.
"""

from __future__ import annotations
