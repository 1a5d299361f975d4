"use strict";
// from a selection in the article to code points of its text
const articleSelection = (() => {
  const codePoints = (text) => Array.from(text).length;

  function pieceOffset(node, offset, atEnd) {
    if (node.nodeType !== Node.TEXT_NODE) {
      const inside = node.childNodes[atEnd ? offset - 1 : offset];
      const pieces = inside && inside.querySelectorAll
        ? [...(inside.matches("[data-o]") ? [inside] : []), ...inside.querySelectorAll("[data-o]")] : [];
      const piece = atEnd ? pieces[pieces.length - 1] : pieces[0];
      if (piece) return Number(piece.dataset.o) + (atEnd ? codePoints(piece.textContent) : 0);
      const own = node.closest && node.closest("[data-o]");
      if (own) return Number(own.dataset.o) + (atEnd && offset > 0 ? codePoints(own.textContent) : 0);
      // a selection by a triple click ends at the start of the next line
      const text = document.getElementById("text");
      const all = [...text.querySelectorAll("[data-o]")];
      const before = all.filter((p) => node.compareDocumentPosition(p) & Node.DOCUMENT_POSITION_PRECEDING).pop();
      return before ? Number(before.dataset.o) + codePoints(before.textContent) : null;
    }
    const piece = node.parentElement.closest("[data-o]");
    if (!piece) return null;
    return Number(piece.dataset.o) + codePoints(node.data.slice(0, offset));
  }

  return () => {
    const selection = getSelection();
    const text = document.getElementById("text");
    if (!text || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const start = pieceOffset(range.startContainer, range.startOffset, false);
    const end = pieceOffset(range.endContainer, range.endOffset, true);
    return start === null || end === null || end <= start ? null : { start, end, words: selection.toString().trim() };
  };
})();
