/*
 * doctor - "hairline doctor": checks that each give a line.
 */
#ifndef HAIRLINE_CMD_DOCTOR_H
#define HAIRLINE_CMD_DOCTOR_H

#include "hairline/base/buf.h"
#include "hairline/cmd/command.h"

struct err;
struct store;

enum verdict {
	VERDICT_OK,
	VERDICT_WARN,
	VERDICT_FAIL,
	VERDICT_SKIP /* cannot be told, because an earlier check failed */
};

/* What the checks hand on to those after them. */
struct patient {
	const struct options *options;
	struct store *store; /* NULL: there is none, or it does not open */
	struct buf *detail;
};

/* Say why; returns VERDICT_FAIL. */
enum verdict doctor_say_err(struct patient *patient, const struct err *err);

/* Is the secret key here, and under a passphrase? */
enum verdict doctor_look_at_key(struct patient *patient);

/* Was it ever copied, to a file or to paper? */
enum verdict doctor_look_at_copies(struct patient *patient);

/* How old is the last backup? */
enum verdict doctor_look_at_backup(struct patient *patient);

/* Does a restore's old store still lie about? */
enum verdict doctor_look_at_leftovers(struct patient *patient);

#endif
