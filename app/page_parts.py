"""How a part of the page is made: a fixed template, with its data set as text by a script from a file of its own."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

from clipfile.app.gradio_offline import gr

SHARED_SCRIPT = "page.js"


def part(name: str, template: str, value: Any = None, server_functions: Sequence[Callable] = ()) -> gr.HTML:
    """A part of the page whose script is `<name>.js`.

    Nothing from an article may ever go into `template`: Gradio evaluates it. The script gets the data as
    `props.value`, or from a server function, and sets it as text.
    """
    script = "\n".join(_script(file) for file in (SHARED_SCRIPT, f"{name}.js"))
    return gr.HTML(
        value,
        html_template=template,
        js_on_load=script,
        apply_default_css=False,
        elem_id=f"clipfile-{name}",
        server_functions=list(server_functions),
    )


def _script(file: str) -> str:
    return files("clipfile.app").joinpath(file).read_text("utf-8")
