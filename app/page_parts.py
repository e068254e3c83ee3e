"""How a part of the page is made: a fixed template with a style, its data set as text by a script from a file of its own."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from clipfile.app.gradio_offline import gr

SHARED_SCRIPT = "page.js"


def part(name: str, template: str, value: Any = None, server_functions: Sequence[Callable] = ()) -> gr.HTML:
    """A part of the page whose script is `<name>.js` and whose style, where it has its own, is `<name>.css`.

    Nothing from an article may ever go into `template`: Gradio evaluates it. The script gets the data as
    `props.value`, or from a server function, and sets it as text.
    """
    script = "\n".join(_text(file) for file in (SHARED_SCRIPT, f"{name}.js"))
    style = f"<style>{_text(f'{name}.css')}</style>" if _file(f"{name}.css").is_file() else ""
    return gr.HTML(
        value,
        html_template=style + template,
        js_on_load=script,
        apply_default_css=False,
        elem_id=f"clipfile-{name}",
        server_functions=list(server_functions),
    )


def _text(file: str) -> str:
    return _file(file).read_text("utf-8")


def _file(name: str) -> Traversable:
    return files("clipfile.app").joinpath(name)
