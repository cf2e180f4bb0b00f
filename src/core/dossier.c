#include "hairline/core/dossier.h"

#include <stddef.h>

static enum kind kind_of(const struct lead_event *event)
{
	return kind_find(event->kind);
}

/* Erasure and withdrawal stand, wherever in the history they are. */
static const struct lead_event *find_final(const struct dossier *dossier,
					   enum status status)
{
	for (int i = dossier->event_count - 1; i >= 0; i--)
		if (kind_status(kind_of(&dossier->events[i])) == status)
			return &dossier->events[i];
	return NULL;
}

/* Backwards, each "undone" passing over one mark more. */
static const struct lead_event *find_mark(const struct dossier *dossier)
{
	int undone = 0;

	for (int i = dossier->event_count - 1; i >= 0; i--) {
		const struct lead_event *event = &dossier->events[i];
		enum kind kind = kind_of(event);

		if (kind == KIND_SAVED)
			return event;
		if (kind == KIND_UNDONE)
			undone++;
		else if (kind_status(kind) != STATUS_COUNT && undone-- == 0)
			return event;
	}
	return NULL;
}

static void settle_export(struct dossier *dossier)
{
	dossier->exported_at = 0;
	for (int i = 0; i < dossier->event_count; i++)
		if (kind_of(&dossier->events[i]) == KIND_EXPORTED)
			dossier->exported_at = dossier->events[i].at;
}

void dossier_settle(struct dossier *dossier)
{
	const struct lead_event *mark = find_final(dossier, STATUS_ERASED);

	if (!mark)
		mark = find_final(dossier, STATUS_WITHDRAWN);
	dossier->can_undo = false;
	if (!mark) {
		mark = find_mark(dossier);
		dossier->can_undo = mark && kind_of(mark) != KIND_SAVED;
	}
	dossier->mark = mark;
	dossier->status = mark ? kind_status(kind_of(mark)) : STATUS_NEW;
	settle_export(dossier);
}

bool dossier_may_use(const struct dossier *dossier)
{
	return status_may_use(dossier->status);
}
