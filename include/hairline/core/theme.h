/*
 * theme - style names and the colours and attributes that show them.
 *
 * Each style has a look for 256 colours, for 8 and for none, so that meaning
 * never hangs on colour alone.
 */
#ifndef HAIRLINE_CORE_THEME_H
#define HAIRLINE_CORE_THEME_H

#include <stdbool.h>

/* X(id, "name in theme.ini", least contrast of text to ground, in tenths) */
#define STYLES(X)                                   \
	X(STYLE_BODY, "body", 70)                   \
	X(STYLE_STRONG, "strong", 70)               \
	X(STYLE_QUIET, "quiet", 70)                 \
	X(STYLE_TITLE, "title", 70)                 \
	X(STYLE_BAND, "band", 70)                   \
	X(STYLE_BAND_QUIET, "band-quiet", 70)       \
	X(STYLE_HINT, "hint", 70)                   \
	X(STYLE_KEYCAP, "keycap", 45)               \
	X(STYLE_CHOICE, "choice", 70)               \
	X(STYLE_CHOICE_NUMBER, "choice-number", 45) \
	X(STYLE_FOCUS, "focus", 45)                 \
	X(STYLE_PANEL, "panel", 70)                 \
	X(STYLE_PANEL_TITLE, "panel-title", 70)     \
	X(STYLE_FIELD, "field", 70)                 \
	X(STYLE_FIELD_FOCUS, "field-focus", 70)     \
	X(STYLE_PROGRESS, "progress", 0)            \
	X(STYLE_PROGRESS_REST, "progress-rest", 0)  \
	X(STYLE_URGENT, "urgent", 45)               \
	X(STYLE_URGENT_MARK, "urgent-mark", 45)     \
	X(STYLE_CAUTION, "caution", 45)             \
	X(STYLE_CAUTION_MARK, "caution-mark", 45)   \
	X(STYLE_CALM, "calm", 45)                   \
	X(STYLE_ERROR, "error", 70)                 \
	X(STYLE_QR, "qr", 70)                       \
	X(STYLE_QR_DARK, "qr-dark", 70)             \
	X(STYLE_FOUND, "found", 70)

/*
 * qr is dark on light and qr-dark the same two the other way round, in every
 * theme: a booking code is drawn with both.
 */
enum style {
#define X(id, name, contrast) id,
	STYLES(X)
#undef X
	STYLE_COUNT
};

enum theme_depth {
	THEME_256,
	THEME_8,
	THEME_MONO,
	THEME_DEPTHS
};

struct look {
	short fg; /* colour number; -1 in THEME_MONO */
	short bg;
	bool is_bold;
	bool is_reverse;
	bool is_underlined;
};

struct theme {
	struct look looks[THEME_DEPTHS][STYLE_COUNT];
};

const char *theme_style_name(enum style style);

/* The style with a name, or STYLE_COUNT. */
enum style theme_find_style(const char *name);

/* Least contrast a style must have, times ten (WCAG 1.4.3, 1.4.6). */
int theme_least_contrast(enum style style);

/*
 * Contrast of a look times ten, by WCAG 2's relative luminance, from the real
 * values of the xterm 256-colour palette or of the Linux console's eight.
 * 0 for THEME_MONO.
 */
int theme_contrast(enum theme_depth depth, const struct look *look);

#endif
