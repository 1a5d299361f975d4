"""Claims as other annotation tools know them: text, spans, and frames that tie spans together."""
