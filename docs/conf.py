"""How the pages are built: ``sphinx-build -n -W docs docs/_build``. Nothing is fetched from the network."""

from importlib.metadata import version as installed

project = "armstrace"
author = "the armstrace authors"
version = release = installed(project)

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "armstrace"

# one backtick in a docstring is a name as one writes it in code
default_role = "literal"
autodoc_default_options = {"members": True, "member-order": "bysource", "show-inheritance": True}
autodoc_class_signature = "separated"
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
# attributes are described once, where the class says what it holds
napoleon_use_ivar = True
