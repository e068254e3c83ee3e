"""Whether text stands out from what is behind it, measured in the browser."""

# The text colours that fall short of 4.5 to 1 against what is behind them: WCAG 2.2, success criterion 1.4.3.
WEAK_CONTRAST = """() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  let seen = 0;
  for (const node of document.querySelectorAll(".gradio-container *")) {
    const shown = node.checkVisibility({ visibilityProperty: true }) && !node.closest(".unseen, .sr-only, [aria-hidden]");
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!shown || !own) continue;
    seen += 1;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) weak.push(`${node.className || node.tagName} ${ratio.toFixed(2)}`);
  }
  return { weak, seen };
}"""
