// What an accessibility checker would complain about first, as a list of sentences. Run inside the page.
() => {
  const problems = [];
  const visible = (element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
  const describe = (element) => element.outerHTML.slice(0, 100);
  const nameOf = (element) =>
    (element.getAttribute("aria-label") || element.textContent || element.getAttribute("title") || "").trim();

  if (!document.documentElement.lang) problems.push("the page has no language");
  if (!document.title.trim()) problems.push("the page has no title");
  if (document.querySelectorAll("main").length !== 1) problems.push("there is not exactly one main landmark");

  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(visible);
  if (headings.filter((heading) => heading.tagName === "H1").length !== 1) problems.push("there is not exactly one h1");
  let level = 0;
  for (const heading of headings) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) problems.push(`heading level jumps from ${level} to ${next}: ${describe(heading)}`);
    level = next;
  }

  const seen = new Set();
  for (const { id } of document.querySelectorAll("[id]")) {
    if (seen.has(id)) problems.push(`the id ${id} is used twice`);
    seen.add(id);
  }
  for (const attribute of ["aria-labelledby", "aria-describedby", "for"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/)) {
        if (!seen.has(id)) problems.push(`${attribute} points at nothing: ${describe(element)}`);
      }
    }
  }

  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!field.labels.length && !field.getAttribute("aria-label")) problems.push(`a field has no label: ${describe(field)}`);
  }
  for (const control of document.querySelectorAll("a[href], button, summary")) {
    if (visible(control) && !nameOf(control)) problems.push(`a control has no name: ${describe(control)}`);
  }
  for (const bar of document.querySelectorAll("progress")) {
    if (visible(bar) && !bar.getAttribute("aria-label")) problems.push(`a progress bar has no name: ${describe(bar)}`);
  }
  for (const image of document.querySelectorAll("img:not([alt]), svg:not([aria-hidden]):not([role])")) {
    problems.push(`an image has no text: ${describe(image)}`);
  }
  for (const list of document.querySelectorAll("ul, ol")) {
    if ([...list.children].some((child) => child.tagName !== "LI")) problems.push(`a list holds other things: ${describe(list)}`);
  }

  // Contrast, WCAG 2.2 section 1.4.3: 4.5 to 1, large text 3 to 1.
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data;
  };
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backgroundOf = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const color = rgba(getComputedStyle(node).backgroundColor);
      if (color[3] === 255) return color;
    }
    return rgba("white");
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.textContent.trim() || !visible(element) || element.closest("template, [aria-hidden], .visually-hidden")) continue;
    const style = getComputedStyle(element);
    const [lighter, darker] = [luminance(rgba(style.color)), luminance(backgroundOf(element))].sort((a, b) => b - a);
    const ratio = (lighter + 0.05) / (darker + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) problems.push(`contrast ${ratio.toFixed(2)}: ${describe(element)}`);
  }
  return problems;
};
