#include "hairline/core/status.h"

#include <string.h>

static const char *const names[] = {
#define X(id, name) [id] = name,
	STATUSES(X)
#undef X
};

static const struct {
	const char *name;
	enum status status;
} kinds[] = {
#define X(id, name, status) [id] = {name, status},
	KINDS(X)
#undef X
};

const char *status_name(enum status status)
{
	return names[status];
}

enum status status_find(const char *name)
{
	int status = 0;

	while (status < STATUS_COUNT && strcmp(names[status], name) != 0)
		status++;
	return (enum status)status;
}

bool status_is_mark(enum status status)
{
	return status <= STATUS_WITHDRAWN;
}

bool status_may_use(enum status status)
{
	return status < STATUS_RESTRICTED;
}

const char *kind_name(enum kind kind)
{
	return kinds[kind].name;
}

enum kind kind_find(const char *name)
{
	int kind = 0;

	while (kind < KIND_COUNT && strcmp(kinds[kind].name, name) != 0)
		kind++;
	return (enum kind)kind;
}

enum status kind_status(enum kind kind)
{
	return kind == KIND_COUNT ? STATUS_COUNT : kinds[kind].status;
}
