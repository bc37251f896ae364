"""What a browser can tell of words that do not fit, read from the layout itself. Each gives the elements at fault."""

FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
# Words cut off: an element that hides what does not fit, and has words that do not fit.
CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(one => {
    const style = getComputedStyle(one);
    return ['hidden', 'clip'].includes(style.overflowX) && one.clientWidth > 1 && style.clipPath === 'none'
        && !one.matches('.table-wrap, textarea, input, select, .visually-hidden, svg, svg *')
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 100))"""
# Words that stick out of their own box, such as a button's, or out of the drawing they stand in.
STICKS_OUT = """() => {
    const found = [];
    const out = (inner, outer, slack) => inner.width > 0 && outer.width > 1
        && (inner.left < outer.left - slack || inner.right > outer.right + slack);
    for (const one of document.querySelectorAll('body *:not(svg, svg *, select, option, script, style)')) {
        const style = getComputedStyle(one);
        if (style.display.startsWith('inline') && style.display === 'inline' || style.display === 'contents') continue;
        if (!one.checkVisibility() || one.matches('.visually-hidden, .skip-link')) continue;
        for (const node of one.childNodes) {
            if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const box = one.getBoundingClientRect();
            if ([...range.getClientRects()].some(part => out(part, box, 1))) found.push(one);
        }
    }
    for (const text of document.querySelectorAll('svg text')) {
        const drawing = text.ownerSVGElement.getBoundingClientRect();
        const box = text.getBoundingClientRect();
        if (out(box, drawing, 1) || box.top < drawing.top - 6 || box.bottom > drawing.bottom + 6) found.push(text);
    }
    return found.map(one => one.outerHTML.slice(0, 160));
}"""
