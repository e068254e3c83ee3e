"""Gradio, told before it is imported to look nothing up: no analytics, no model hub. Importing it takes seconds."""

import os

for _setting, _value in {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
}.items():
    os.environ[_setting] = _value

import gradio as gr  # noqa: E402  (the settings count only if they are there first)

__all__ = ["gr"]
